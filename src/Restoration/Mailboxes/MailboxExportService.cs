using System.Runtime.CompilerServices;
using Restoration.Auditing;
using Restoration.Destinations;
using Restoration.Destinations.Trees;
using Restoration.Failures;
using Restoration.Items;
using Restoration.Sources;
using Restoration.Stores;
using Restoration.Users;

namespace Restoration.Mailboxes;

/// <summary>Writes mailboxes to files, archives or folders that appear whole or not at all.</summary>
public sealed class MailboxExportService(Workspace workspace)
{
    private const int PageSize = 500;
    private const long LoadedBytes = 16 << 20;

    /// <summary>Writes a mailbox as it is at one moment.</summary>
    /// <param name="mailbox">The mailbox.</param>
    /// <param name="folder">The folder that is written, with all below it; null for all.</param>
    /// <param name="path">
    /// Where to: <c>.zip</c>, <c>.tar.gz</c> and <c>.tgz</c> are archives; of mbox, <c>.mbox</c> is one file with all folders in it.
    /// </param>
    /// <param name="options">How to write.</param>
    /// <param name="cancellation">Stops the writing; nothing is left of it.</param>
    /// <exception cref="RestorationException">
    /// <see cref="FailureCode.FileExists"/>, <see cref="FailureCode.MailboxNotFound"/>, <see cref="FailureCode.CalendarNotFound"/>, <see cref="FailureCode.UnsupportedFormat"/>.
    /// </exception>
    public async ValueTask<ExportedMailbox> WriteAsync(
        string mailbox, FolderPath? folder, string path, MailboxExportOptions options, CancellationToken cancellation)
    {
        await workspace.Access.DemandAsync(Permission.ReadCalendar, $"mailbox:{mailbox}", null, cancellation).ConfigureAwait(false);
        DateTimeOffset now = workspace.Clock.GetUtcNow();
        IMailboxFormats formats = workspace.Formats.Mailboxes;
        string format = formats.Names.FirstOrDefault(name => name.Equals(options.Format, StringComparison.OrdinalIgnoreCase)) ?? options.Format;
        string? singleFile = formats.FindSingleFile(format, path);
        IStoreTransaction transaction = await workspace.Store.BeginReadAsync(cancellation).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            Mailbox owner = await MailboxDirectory.GetMailboxAsync(transaction, mailbox, cancellation).ConfigureAwait(false);
            IReadOnlyList<Folder> folders = await FindFoldersAsync(transaction, owner, folder, cancellation).ConfigureAwait(false);
            IFileSink sink = FileSinks.Create(path, singleFile is not null, options.Force, workspace.Identifiers.NewId(), now);
            await using (sink.ConfigureAwait(false))
            {
                long count = 0;
                await AtomicFile.Guard(path, async () =>
                {
                    IMailboxWriter writer = formats.OpenWriter(format, sink, new MailboxInfo(owner.Address, now), singleFile);
                    await using (writer.ConfigureAwait(false))
                    {
                        count = await WriteAsync(transaction, folders, writer, cancellation).ConfigureAwait(false);
                        await writer.CompleteAsync(cancellation).ConfigureAwait(false);
                    }
                }).ConfigureAwait(false);
                await CommitAsync(sink, owner, path, count, cancellation).ConfigureAwait(false);
                return new ExportedMailbox(owner.Address, Path.GetFullPath(path), format, folders.Count, count, sink.Size);
            }
        }
    }

    private static async ValueTask<IReadOnlyList<Folder>> FindFoldersAsync(
        IStoreTransaction transaction, Mailbox owner, FolderPath? folder, CancellationToken cancellation)
    {
        IReadOnlyList<Folder> all = await transaction.Folders.ListAsync(owner.Id, cancellation).ConfigureAwait(false);
        if (folder is not { } wanted)
        {
            return all;
        }

        Folder named = await MailboxDirectory.GetFolderAsync(transaction, owner.Address, wanted, cancellation).ConfigureAwait(false);
        return [.. all.Where(other => other.Id == named.Id || other.Path.ToString().StartsWith($"{named.Path}/", StringComparison.OrdinalIgnoreCase))];
    }

    private static async ValueTask<long> WriteAsync(
        IStoreTransaction transaction, IReadOnlyList<Folder> folders, IMailboxWriter writer, CancellationToken cancellation)
    {
        long count = 0;
        foreach (Folder folder in folders)
        {
            await writer.BeginFolderAsync(folder.Path, cancellation).ConfigureAwait(false);
            await foreach (Item item in ReadAsync(transaction, folder, cancellation).ConfigureAwait(false))
            {
                await writer.WriteAsync(item, cancellation).ConfigureAwait(false);
                count++;
            }
        }

        return count;
    }

    // Only so much content is held as some messages have, however large the others are.
    private static async IAsyncEnumerable<Item> ReadAsync(
        IStoreTransaction transaction, Folder folder, [EnumeratorCancellation] CancellationToken cancellation)
    {
        long after = 0;
        while (await transaction.Items.ReadAsync(folder.Id, after, PageSize, cancellation).ConfigureAwait(false) is { Count: > 0 } page)
        {
            int next = 0;
            while (next < page.Count)
            {
                int start = next;
                long size = page[next++].Item.Size;
                while (next < page.Count && size + page[next].Item.Size <= LoadedBytes)
                {
                    size += page[next++].Item.Size;
                }

                IReadOnlyList<Item> items = await transaction.Contents
                    .LoadAsync([.. page.Skip(start).Take(next - start).Select(item => item.Item)], cancellation).ConfigureAwait(false);
                foreach (Item item in items)
                {
                    yield return item;
                }
            }

            after = page[^1].Id;
        }
    }

    // It appears and is in the trail, or neither.
    private async ValueTask CommitAsync(IFileSink sink, Mailbox owner, string path, long count, CancellationToken cancellation)
        => await workspace.WriteAsync(
            async transaction =>
            {
                string detail = FormattableString.Invariant($"{count} items of {owner.Location}");
                await AuditTrail.WriteAsync(workspace, transaction, "MailboxExport", Location.OfFile(path).ToString(), detail, cancellation).ConfigureAwait(false);
                await sink.CommitAsync(cancellation).ConfigureAwait(false);
                return true;
            },
            cancellation).ConfigureAwait(false);
}

/// <summary>How a mailbox is written.</summary>
/// <param name="Format">The name of the format.</param>
/// <param name="Force">Whether an earlier export may be replaced.</param>
public sealed record MailboxExportOptions(string Format, bool Force);

/// <summary>A mailbox that was written.</summary>
/// <param name="Mailbox">Its address.</param>
/// <param name="Path">Where it is.</param>
/// <param name="Format">Its format.</param>
/// <param name="FolderCount">How many folders it has.</param>
/// <param name="ItemCount">How many items it has.</param>
/// <param name="Size">Its size in bytes.</param>
public sealed record ExportedMailbox(string Mailbox, string Path, string Format, int FolderCount, long ItemCount, long Size);
