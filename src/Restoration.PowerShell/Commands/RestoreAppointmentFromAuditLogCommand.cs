using System.Management.Automation;
using Restoration.Execution;
using Restoration.Hosting;
using Restoration.Losses;
using Restoration.Policies;
using Restoration.PowerShell.Parameters;
using Restoration.Requests;
using Restoration.Sources.AuditLog;

namespace Restoration.PowerShell.Commands;

/// <summary>Restores the appointments that audit records say were lost: those of files, of the pipeline, or of the store's own trail.</summary>
[Cmdlet(VerbsData.Restore, "AppointmentFromAuditLog", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High, DefaultParameterSetName = "Record")]
[OutputType(typeof(RestoreResult))]
public sealed class RestoreAppointmentFromAuditLogCommand : AuditRecordCmdlet
{
    /// <summary>Only what was lost on this day, or later: a date, a time, or words such as 'last 7 days'.</summary>
    [Parameter, DateTransformation, ValidateNotNullOrEmpty]
    public string? StartDate { get; set; }

    /// <summary>Only what was lost on this day, or earlier.</summary>
    [Parameter, DateTransformation, ValidateNotNullOrEmpty]
    public string? EndDate { get; set; }

    /// <summary>Only appointments that overlap this day, or later.</summary>
    [Parameter, DateTransformation, ValidateNotNullOrEmpty]
    public string? AppointmentAfter { get; set; }

    /// <summary>Only appointments that overlap this day, or earlier.</summary>
    [Parameter, DateTransformation, ValidateNotNullOrEmpty]
    public string? AppointmentBefore { get; set; }

    /// <summary>What dates without an offset mean.</summary>
    [Parameter, ValidateNotNullOrEmpty, ArgumentCompleter(typeof(TimeZoneCompleter))]
    public string? TimeZone { get; set; }

    /// <summary>The language that tables were written in: of dates such as 03/04/2026, and of letters that are not Unicode.</summary>
    [Parameter, ValidateNotNullOrEmpty, ArgumentCompleter(typeof(CultureCompleter))]
    public string? Culture { get; set; }

    /// <summary>Only losses in mailboxes that fit.</summary>
    [Parameter, SupportsWildcards, ValidateNotNullOrEmpty, ArgumentCompleter(typeof(MailboxCompleter))]
    public string[]? Mailbox { get; set; }

    /// <summary>Only what users that fit did.</summary>
    [Parameter, SupportsWildcards, ValidateNotNullOrEmpty]
    public string[]? Actor { get; set; }

    /// <summary>Only subjects that fit.</summary>
    [Parameter, SupportsWildcards, ValidateNotNullOrEmpty]
    public string[]? Subject { get; set; }

    /// <summary>Only appointments with a category that fits.</summary>
    [Parameter, SupportsWildcards, ValidateNotNullOrEmpty]
    public string[]? Category { get; set; }

    /// <summary>Export files that serve as backups.</summary>
    [Parameter, SupportsWildcards, ValidateNotNullOrEmpty]
    public string[]? BackupPath { get; set; }

    /// <summary>When those files were made, if they do not say.</summary>
    [Parameter, DateTransformation, ValidateNotNullOrEmpty]
    public string? BackupTime { get; set; }

    /// <summary>Restores all appointments that a record could mean.</summary>
    [Parameter]
    public SwitchParameter IncludeAmbiguous { get; set; }

    /// <summary>Makes placeholders for what no backup has.</summary>
    [Parameter]
    public SwitchParameter AllowPlaceholder { get; set; }

    private protected override async Task<RequestDraft> DraftAsync(RestorationSession session, CancellationToken stop)
    {
        DateRange dates = session.Dates;
        DateWindow? lost = dates.Parse(StartDate, EndDate, TimeZone);
        LossFilter losses = new()
        {
            StartDate = lost?.From,
            EndDate = lost?.To,
            Mailboxes = Mailbox ?? [],
            Operations = WantedOperations,
            Actors = Actor ?? [],
            Subjects = Subject ?? [],
        };
        AuditLogRestoreOptions options = new()
        {
            Paths = Files,
            Records = Records,
            Losses = losses,
            Appointments = new ItemFilter { Window = dates.Parse(AppointmentAfter, AppointmentBefore, TimeZone), Categories = Category ?? [] },
            BackupPaths = FilePaths.Existing(this, BackupPath),
            BackupTime = dates.Parse(BackupTime, null, TimeZone)?.From,
            TimeZone = TimeZone,
            Culture = Culture,
            Destination = Place,
            Format = Format,
            Force = Force,
            ConflictResolution = ConflictResolutionOption,
            IncludeAmbiguous = IncludeAmbiguous,
            AllowPlaceholder = AllowPlaceholder,
            Name = RequestName,
        };
        AuditLogDraft found = await session.AuditLog.DraftAsync(options, WarnOfFindings(), stop);
        WriteVerbose(found.Summary);
        return found.Request;
    }
}
