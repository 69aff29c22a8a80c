using Restoration.Items;
using Restoration.Policies;
using Restoration.Requests;

namespace Restoration.Mailboxes;

/// <summary>Brings export files into a calendar: a request like any other, that can be resumed and undone.</summary>
public sealed class ImportService(Workspace workspace)
{
    /// <summary>Looks into the files, so that one that cannot be used is an error before anything happens.</summary>
    /// <param name="paths">The files, by their full paths.</param>
    /// <param name="mailbox">The mailbox; made if it is missing.</param>
    /// <param name="calendar">The calendar; made if it is missing.</param>
    /// <param name="conflictResolution">What to do with what the calendar has already.</param>
    /// <param name="options">How the files are read.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async ValueTask<RequestDraft> DraftAsync(
        IReadOnlyList<string> paths,
        string mailbox,
        FolderPath calendar,
        ConflictResolutionOption conflictResolution,
        RequestOptions options,
        CancellationToken cancellation)
    {
        // A name that is no time zone is an error also where every time of the files says its own.
        _ = new DateRange(workspace.TimeZones, workspace.Clock).Parse(null, null, options.TimeZone);
        RequestOptions import = options with { Paths = paths };
        await ImportedProperties.ReadAsync(paths, workspace.Formats, import, cancellation).ConfigureAwait(false);
        return new RequestDraft
        {
            Kind = RequestKind.Import,
            Source = Location.OfFile(import.SourceName ?? string.Join(';', paths)),
            Destination = Location.OfStore(mailbox, calendar),
            ConflictResolution = conflictResolution,
            Options = import,
        };
    }
}
