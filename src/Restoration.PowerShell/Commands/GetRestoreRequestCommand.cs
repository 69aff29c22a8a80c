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

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken stop)
    {
        RestorationSession session = await OpenAsync(stop);
        if (ParameterSetName == "Filter")
        {
            WriteObject((await session.Requests.ListAsync(stop)).Where(Fits), enumerateCollection: true);
            return;
        }

        // The results of one restore name one request.
        RestoreRequest request = await session.Requests.GetAsync(Identity.ToString(), stop);
        if (_written.Add(request.RequestId))
        {
            WriteObject(request);
        }
    }

    private bool Fits(RestoreRequest request)
        => (Name is null || Wildcard.IsMatch(Name, request.Name))
            && (Mailbox is null || (request.Mailbox is { } alias && (Wildcard.IsMatch(Mailbox, alias) || Wildcard.IsMatch(Mailbox.Split('@')[0], alias))))
            && (Status is null || Status.Contains(request.Status))
            && (Kind is null || Kind.Contains(request.Kind));
}
