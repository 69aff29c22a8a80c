using System.Management.Automation;
using Restoration.Execution;
using Restoration.Hosting;
using Restoration.Items;
using Restoration.PowerShell.Parameters;
using Restoration.Requests;

namespace Restoration.PowerShell.Commands;

/// <summary>Restores appointments from point-in-time backups, backup calendars, or whatever a location names; several are one restore.</summary>
[Cmdlet(VerbsData.Restore, "AppointmentFromBackup", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(RestoreResult))]
public sealed class RestoreAppointmentFromBackupCommand : PolicyCmdlet
{
    private readonly List<Location> _sources = [];

    /// <summary>The backups: locations, or what Get-CalendarBackup and Get-Calendar write.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [SupportsWildcards, ValidateNotNullOrEmpty, ArgumentCompleter(typeof(BackupSourceCompleter))]
    public BackupSource[]? Backup { get; set; }

    private protected override bool HasSource => _sources.Count > 0;

    /// <inheritdoc/>
    protected override Task ProcessAsync(CancellationToken stop)
    {
        _sources.AddRange((Backup ?? []).Select(source => FilePaths.Place(this, source.ToString())));
        return Task.CompletedTask;
    }

    // An empty pipeline is something else than no pipeline: it restores nothing.
    /// <inheritdoc/>
    protected override Task EndAsync(CancellationToken stop)
        => MyInvocation.ExpectingInput && !HasSource ? Task.CompletedTask : RestoreAsync(stop);

    private protected override async Task<RequestDraft> DraftAsync(RestorationSession session, CancellationToken stop)
        => await session.Drafts.FromLocationsAsync(_sources, ReadSettings(session.Dates, new RestoreSettings()), stop);
}
