using Restoration.Failures;
using Restoration.Items;
using Restoration.Requests;
using Restoration.Sources;
using Restoration.Sources.AuditLog;

namespace Restoration.Losses;

/// <summary>
/// The main job: reads what audit records say was lost, finds its content in what was kept, and drafts the request that
/// restores it.
/// </summary>
public sealed class AuditLogRestore(Workspace workspace, IAuditRecordFormat format)
{
    /// <summary>Reads the records and finds the content. Changes nothing.</summary>
    /// <param name="options">What is asked for.</param>
    /// <param name="findings">Hears what is noticed about the files.</param>
    /// <param name="cancellation">Stops the search.</param>
    public async ValueTask<AuditLogDraft> DraftAsync(
        AuditLogRestoreOptions options, IProgress<Finding>? findings, CancellationToken cancellation)
    {
        bool own = options.Paths.Count == 0 && options.Records is null;
        LossReport report = own
            ? await new OwnTrail(workspace).ReadAsync(options.Losses, cancellation).ConfigureAwait(false)
            : await LossAnalyzer.AnalyzeAsync(new RecordFiles(format, options).ReadAsync(cancellation), options.Losses, cancellation).ConfigureAwait(false);
        foreach (Finding finding in report.Findings)
        {
            findings?.Report(finding);
        }

        foreach (NotedRecord deleted in report.Noted.Where(noted => noted.Reason == NoLossReason.CalendarDeleted))
        {
            findings?.Report(new Finding(Severity.Warning, FailureCode.ContentNotFound, $"'{deleted.Subject}' of {deleted.Mailbox}: {deleted.Detail}")
            {
                File = deleted.Record.File,
                Row = deleted.Record.Row,
            });
        }

        BackupShelf shelf = new(workspace, await OpenFilesAsync(options, cancellation).ConfigureAwait(false));
        LossEntries entries = new(options, workspace.Codec);
        ContentFinder finder = new(workspace, shelf, options.Destination.Kind == LocationKind.Original, entries.Add);
        await finder.FindAsync(report.Losses, cancellation).ConfigureAwait(false);
        RequestDraft draft = new()
        {
            Kind = RequestKind.AuditLogRestore,
            Source = own ? Location.OwnAuditTrail : Location.OfAudit(options.Paths.Count > 0 ? string.Join(';', options.Paths) : "records"),
            Destination = options.Destination,
            Name = options.Name,
            ConflictResolution = options.ConflictResolution,
            Options = new RequestOptions
            {
                Filter = options.Appointments,
                Backups = entries.Backups,
                DestinationFormat = options.Format,
                TimeZone = options.TimeZone,
                Culture = options.Culture,
                Force = options.Force,
            },
            Entries = entries.Complete(report.Findings),
        };
        return new AuditLogDraft(draft, report.Summary);
    }

    /// <summary>Reads one record that comes from elsewhere than a file, for <see cref="AuditLogRestoreOptions.Records"/>.</summary>
    /// <param name="auditData">The record as JSON, in any shape that files may have.</param>
    /// <param name="outer">What is said around it.</param>
    public ReadAuditRecord Parse(string auditData, AuditRecordEnvelope outer) => format.Parse(auditData, outer);

    private async ValueTask<IReadOnlyList<IBackupContent>> OpenFilesAsync(AuditLogRestoreOptions options, CancellationToken cancellation)
    {
        List<IBackupContent> files = [];
        foreach (string path in options.BackupPaths)
        {
            files.Add(await FileBackup.OpenAsync(
                path,
                options.BackupTime,
                () => new FileSource([path], workspace.Formats, new FileSourceOptions { TimeZone = options.TimeZone, Culture = options.Culture }, null),
                cancellation).ConfigureAwait(false));
        }

        return files;
    }
}

/// <summary>A restore from audit records that is ready to be reviewed and run.</summary>
/// <param name="Request">What is asked for, entry by entry.</param>
/// <param name="Summary">What the records came to, in one line for people.</param>
public sealed record AuditLogDraft(RequestDraft Request, string Summary);
