using Restoration.Items;
using Restoration.Mailboxes;
using Restoration.Sources;
using Restoration.Stores;

namespace Restoration.Requests;

/// <summary>Keeps what imported files say of the calendar itself, as far as it does not say so already.</summary>
internal sealed class ImportedProperties(FormatCatalog formats, RestoreRequest request)
{
    public async ValueTask KeepAsync(IStoreTransaction transaction, CancellationToken cancellation)
    {
        RequestOptions options = RequestOptions.Parse(request.Options);
        IReadOnlyList<CalendarInfo> files = await ReadAsync(options.Paths, formats, options, cancellation).ConfigureAwait(false);
        Location place = Location.Parse(request.Destination);
        Folder folder = await MailboxDirectory.GetFolderAsync(transaction, place.Mailbox!, place.Folder, cancellation).ConfigureAwait(false);
        CalendarProperty[] properties =
        [
            .. folder.Properties.Concat(files.SelectMany(file => file.Properties))
                .DistinctBy(property => property.Name, StringComparer.OrdinalIgnoreCase),
        ];
        if (properties.Length > folder.Properties.Count)
        {
            await transaction.Folders.SetPropertiesAsync(folder.Id, properties, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>What each file says of its calendar: it is read until its first item.</summary>
    public static async ValueTask<IReadOnlyList<CalendarInfo>> ReadAsync(
        IReadOnlyList<string> paths, FormatCatalog formats, RequestOptions options, CancellationToken cancellation)
    {
        List<CalendarInfo> infos = [];
        foreach (string path in paths)
        {
            FileSource file = new([path], formats, options.ToReading(), null);
            await using (file.ConfigureAwait(false))
            {
                await foreach (SourceItem _ in file.ReadAsync(cancellation).ConfigureAwait(false))
                {
                    break;
                }

                infos.Add(file.Info);
            }
        }

        return infos;
    }
}
