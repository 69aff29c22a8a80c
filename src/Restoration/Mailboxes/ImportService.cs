using Restoration.Items;
using Restoration.Policies;
using Restoration.Requests;
using Restoration.Sources;

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
    public async ValueTask<ImportDraft> DraftAsync(
        IReadOnlyList<string> paths,
        string mailbox,
        FolderPath calendar,
        ConflictResolutionOption conflictResolution,
        RequestOptions options,
        CancellationToken cancellation)
    {
        // A name that is no time zone is an error also where every time of the files says its own.
        _ = new DateRange(workspace.TimeZones, workspace.Clock).Parse(null, null, options.TimeZone);
        FileSourceOptions reading = new() { Format = options.SourceFormat, TimeZone = options.TimeZone };
        List<CalendarInfo> infos = [];
        foreach (string path in paths)
        {
            FileSource file = new([path], workspace.Formats, reading, null);
            await using (file.ConfigureAwait(false))
            {
                await foreach (SourceItem _ in file.ReadAsync(cancellation).ConfigureAwait(false))
                {
                    break;
                }

                infos.Add(file.Info);
            }
        }

        RequestDraft request = new()
        {
            Kind = RequestKind.Import,
            Source = Location.OfFile(string.Join(';', paths)),
            Destination = Location.OfStore(mailbox, calendar),
            ConflictResolution = conflictResolution,
            Options = options with { Paths = paths },
        };
        return new ImportDraft(request, infos);
    }

    /// <summary>Keeps what the files say of the calendar itself, as far as it does not say so already.</summary>
    public async ValueTask<Folder> CompleteAsync(ImportDraft draft, CancellationToken cancellation) => await workspace.WriteAsync(
        async transaction =>
        {
            Location place = draft.Request.Destination;
            Folder folder = await MailboxDirectory.GetFolderAsync(transaction, place.Mailbox!, place.Folder, cancellation).ConfigureAwait(false);
            CalendarProperty[] properties =
            [
                .. folder.Properties.Concat(draft.Files.SelectMany(file => file.Properties))
                    .DistinctBy(property => property.Name, StringComparer.OrdinalIgnoreCase),
            ];
            if (properties.Length > folder.Properties.Count)
            {
                await transaction.Folders.SetPropertiesAsync(folder.Id, properties, cancellation).ConfigureAwait(false);
            }

            IReadOnlyList<Folder> folders = await transaction.Folders.ListAsync(folder.MailboxId, cancellation).ConfigureAwait(false);
            return folders.Single(candidate => candidate.Id == folder.Id);
        },
        cancellation).ConfigureAwait(false);
}

/// <summary>An import that is ready to run.</summary>
/// <param name="Request">What is asked for.</param>
/// <param name="Files">What the files say of the calendars they hold.</param>
public sealed record ImportDraft(RequestDraft Request, IReadOnlyList<CalendarInfo> Files);
