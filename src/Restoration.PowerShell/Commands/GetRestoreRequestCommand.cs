using System.Management.Automation;
using Restoration.Hosting;
using Restoration.Policies;
using Restoration.PowerShell.Parameters;
using Restoration.Requests;

namespace Restoration.PowerShell.Commands;

/// <summary>Lists restore requests, newest first.</summary>
[Cmdlet(VerbsCommon.Get, "RestoreRequest", DefaultParameterSetName = "Filter")]
[OutputType(typeof(RestoreRequest))]
public sealed class GetRestoreRequestCommand : AsyncCmdlet
{
    private readonly HashSet<Guid> _written = [];

    /// <summary>The request: its GUID, its name, or Mailbox\Name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "Identity")]
    [Alias("RequestId", "RequestGuid"), ArgumentCompleter(typeof(RequestCompleter))]
    public RequestIdentity Identity { get; set; } = null!;

    /// <summary>Only requests whose name fits.</summary>
    [Parameter(ParameterSetName = "Filter"), SupportsWildcards, ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>Only requests that restore to mailboxes whose alias fits.</summary>
    [Parameter(ParameterSetName = "Filter"), SupportsWildcards, ValidateNotNullOrEmpty]
    public string? Mailbox { get; set; }

    /// <summary>Only requests that stand there.</summary>
    [Parameter(ParameterSetName = "Filter"), ValidateNotNullOrEmpty]
    public RequestStatus[]? Status { get; set; }

    /// <summary>Only requests of these kinds.</summary>
    [Parameter(ParameterSetName = "Filter"), ValidateNotNullOrEmpty]
    public RequestKind[]? Kind { get; set; }

    /// <summary>Only requests with this label.</summary>
    [Parameter(ParameterSetName = "Filter"), SupportsWildcards, ValidateNotNullOrEmpty]
    public string? BatchName { get; set; }

    /// <summary>Only mailbox restores into this mailbox.</summary>
    [Parameter(ParameterSetName = "Filter"), ValidateNotNullOrEmpty, ArgumentCompleter(typeof(MailboxCompleter))]
    public string? TargetMailbox { get; set; }

    /// <summary>Only requests of priority High and above; with $false, only those of Normal and below.</summary>
    [Parameter(ParameterSetName = "Filter")]
    public bool? HighPriority { get; set; }

    /// <summary>Only requests that are suspended; with $false, only those that are not.</summary>
    [Parameter(ParameterSetName = "Filter")]
    public bool? Suspend { get; set; }

    /// <summary>How many requests are listed at most: a number, or Unlimited.</summary>
    [Parameter(ParameterSetName = "Filter")]
    public ItemLimit ResultSize { get; set; } = new(1000);

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken stop)
    {
        RestorationSession session = await OpenAsync(stop);
        if (ParameterSetName == "Filter")
        {
            await ListAsync(session, stop);
            return;
        }

        // The results of one restore name one request.
        RestoreRequest request = await session.Requests.GetAsync(Identity.ToString(), stop);
        if (_written.Add(request.RequestId))
        {
            WriteObject(request);
        }
    }

    private async Task ListAsync(RestorationSession session, CancellationToken stop)
    {
        Guid? target = TargetMailbox is null ? null : (await session.Mailboxes.GetAsync(TargetMailbox, stop)).MailboxGuid;
        RestoreRequest[] found = [.. (await session.Requests.ListAsync(stop)).Where(request => Fits(request, target))];
        if (ResultSize.IsExceededBy(found.Length))
        {
            WriteWarning($"There are {found.Length} requests; the newest {ResultSize} are listed. -ResultSize Unlimited lists all.");
        }

        WriteObject(found.Take(ResultSize.Count ?? int.MaxValue), enumerateCollection: true);
    }

    private bool Fits(RestoreRequest request, Guid? target)
        => (target is null || request.TargetMailboxGuid == target)
            && (BatchName is null || (request.Settings.BatchName is { } batch && Wildcard.IsMatch(BatchName, batch)))
            && (HighPriority is null || request.Settings.Priority >= RequestPriority.High == HighPriority)
            && (Suspend is null || (request.Settings.Suspend || request.Status == RequestStatus.Suspended) == Suspend)
            && (Name is null || Wildcard.IsMatch(Name, request.Name))
            && (Mailbox is null || (request.Mailbox is { } alias && (Wildcard.IsMatch(Mailbox, alias) || Wildcard.IsMatch(Mailbox.Split('@')[0], alias))))
            && (Status is null || Status.Contains(request.Status))
            && (Kind is null || Kind.Contains(request.Kind));
}
