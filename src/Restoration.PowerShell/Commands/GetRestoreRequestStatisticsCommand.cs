using System.Management.Automation;
using Restoration.Hosting;
using Restoration.PowerShell.Parameters;
using Restoration.Requests;

namespace Restoration.PowerShell.Commands;

/// <summary>Shows how far a restore request has come, in the terms of Exchange.</summary>
[Cmdlet(VerbsCommon.Get, "RestoreRequestStatistics")]
[OutputType(typeof(RestoreRequestStatistics), typeof(string))]
public sealed class GetRestoreRequestStatisticsCommand : AsyncCmdlet
{
    private readonly HashSet<Guid> _written = [];

    /// <summary>The request: its GUID, its name, or Mailbox\Name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("RequestId", "RequestGuid"), ArgumentCompleter(typeof(RequestCompleter))]
    public RequestIdentity Identity { get; set; } = null!;

    /// <summary>Adds what happened, entry by entry.</summary>
    [Parameter]
    public SwitchParameter IncludeReport { get; set; }

    /// <summary>Adds what was not written, item by item.</summary>
    [Parameter]
    public SwitchParameter IncludeSkippedItems { get; set; }

    /// <summary>Writes what happened, entry by entry, and nothing else.</summary>
    [Parameter]
    public SwitchParameter ReportOnly { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken stop)
    {
        RestorationSession session = await OpenAsync(stop);
        RestoreRequest request = await session.Requests.GetAsync(Identity.ToString(), stop);
        if (_written.Add(request.RequestId))
        {
            RestoreRequestStatistics statistics = await session.Requests
                .GetStatisticsAsync(request, IncludeReport || ReportOnly, IncludeSkippedItems, stop);
            WriteObject(ReportOnly ? statistics.Report.Select(entry => entry.ToString()) : statistics, enumerateCollection: ReportOnly);
        }
    }
}
