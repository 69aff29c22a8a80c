using System.Management.Automation;
using Restoration.Execution;
using Restoration.Hosting;
using Restoration.Mailboxes;
using Restoration.Requests;

namespace Restoration.PowerShell.Commands;

/// <summary>Removes the duplicates that were chosen of what Find-AppointmentDuplicate found, by a request for each calendar that can be undone.</summary>
[Cmdlet(VerbsCommon.Remove, "AppointmentDuplicate", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(RestoreResult))]
public sealed class RemoveAppointmentDuplicateCommand : RequestCmdlet
{
    private readonly List<DuplicateAppointment> _chosen = [];

    /// <summary>The appointments to remove; of each group at least one has to stay.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), ValidateNotNullOrEmpty]
    public DuplicateAppointment[] Duplicate { get; set; } = [];

    /// <inheritdoc/>
    protected override Task ProcessAsync(CancellationToken stop)
    {
        _chosen.AddRange(Duplicate);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override async Task EndAsync(CancellationToken stop)
    {
        RestorationSession session = await OpenAsync(stop);
        foreach (RequestDraft draft in await session.Duplicates.DraftRemovalAsync(_chosen, stop))
        {
            if (await ReviewAsync(session, draft, stop) is { } reviewed)
            {
                await RunAsync(session, reviewed, WriteObject, stop);
            }
        }
    }
}
