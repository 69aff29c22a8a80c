using System.Runtime.CompilerServices;
using Restoration.Auditing;
using Restoration.Destinations;
using Restoration.Failures;
using Restoration.Items;
using Restoration.Policies;
using Restoration.Sources;
using Restoration.Stores;

namespace Restoration.Mailboxes;

/// <summary>Writes calendars to export files that appear whole or not at all.</summary>
public sealed class ExportService(Workspace workspace)
{
    private const int PageSize = 500;

    /// <summary>Writes a calendar as it is at one moment.</summary>
    /// <param name="calendar">The calendar.</param>
    /// <param name="filter">Which items.</param>
    /// <param name="destination">The file; <c>.gz</c> at the end of its name compresses it.</param>
    /// <param name="options">How to write.</param>
    /// <param name="cancellation">Stops the writing; nothing is left of the file.</param>
    /// <exception cref="RestorationException">
    /// <see cref="FailureCode.FileExists"/>; <see cref="FailureCode.InvalidState"/> if there is nothing to put in the place of a good file.
    /// </exception>
    public async ValueTask<ExportedFile> WriteAsync(
        Folder calendar, ItemFilter filter, Location destination, ExportOptions options, CancellationToken cancellation)
    {
        string path = destination.Kind == LocationKind.File ? destination.Target! : throw NoFile(destination);
        IItemFormat format = options.IsBackup ? workspace.Formats.ForKeeping(options.Format, path)
            : options.Format is { } name ? workspace.Formats.Get(name)
            : workspace.Formats.ForPath(path);
        bool replaces = File.Exists(path);
        DateTimeOffset now = workspace.Clock.GetUtcNow();
        CalendarInfo info = new()
        {
            Name = calendar.Path.Name,
            Mailbox = calendar.Mailbox,
            Folder = calendar.Path,
            TakenAt = now,
            Properties = calendar.Properties,
        };
        WriteOptions writing = new() { FileName = path, IncludeMetadata = options.IncludeMetadata, WrittenAt = now };
        FormatLosses losses = new(format, writing);
        using ItemDigest digest = new();
        IAsyncEnumerable<Item> items = AddTo(digest, losses.WatchAsync(ReadAsync(calendar, filter, cancellation), cancellation), cancellation);
        if (options.PlanOnly)
        {
            long planned = 0;
            await foreach (Item _ in items.ConfigureAwait(false))
            {
                planned++;
            }

            losses.ReportTo(options.Losses);
            return new ExportedFile(Path.GetFullPath(path), format.Name, planned, 0) { Losses = losses.Findings };
        }

        AtomicFile file = AtomicFile.Create(path, options.Force, workspace.Identifiers.NewId());
        await using (file.ConfigureAwait(false))
        {
            long count = await ItemFile.WriteAsync(items, file, path, format, info, writing, cancellation).ConfigureAwait(false);
            if (count == 0 && replaces)
            {
                throw new RestorationException(
                    FailureCode.InvalidState, $"There is nothing to write; the file '{path}' that exists was kept.", path);
            }

            long size = file.Stream.Position;
            losses.ReportTo(options.Losses);
            await CommitAsync(file, calendar, destination, count, cancellation).ConfigureAwait(false);
            return new ExportedFile(Path.GetFullPath(path), format.Name, count, size) { Losses = losses.Findings, Digest = digest.GetHash() };
        }
    }

    // The file appears and is in the trail, or neither.
    private async ValueTask CommitAsync(AtomicFile file, Folder calendar, Location destination, long count, CancellationToken cancellation)
        => await workspace.WriteAsync(
            async transaction =>
            {
                string detail = FormattableString.Invariant($"{count} items of {calendar.Location}");
                await AuditTrail.WriteAsync(workspace, transaction, "Export", destination.ToString(), detail, cancellation).ConfigureAwait(false);
                await file.CommitAsync(cancellation).ConfigureAwait(false);
                return true;
            },
            cancellation).ConfigureAwait(false);

    // What is left out of the file is not found when it is read back.
    private static async IAsyncEnumerable<Item> AddTo(ItemDigest digest, IAsyncEnumerable<Item> items, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (Item item in items.WithCancellation(cancellation).ConfigureAwait(false))
        {
            digest.Add(item);
            yield return item;
        }
    }

    // In one transaction: the file holds one state, whoever else is writing.
    private async IAsyncEnumerable<Item> ReadAsync(
        Folder calendar, ItemFilter filter, [EnumeratorCancellation] CancellationToken cancellation)
    {
        IStoreTransaction transaction = await workspace.Store.BeginReadAsync(cancellation).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            long after = 0;
            while (await transaction.Items.ReadAsync(calendar.Id, after, PageSize, cancellation).ConfigureAwait(false) is { Count: > 0 } page)
            {
                IReadOnlyList<Item> items = await transaction.Contents
                    .LoadAsync([.. page.Select(item => item.Item)], cancellation).ConfigureAwait(false);
                foreach (Item item in items.Where(item => filter.Accepts(item, workspace.Codec)))
                {
                    yield return item;
                }

                after = page[^1].Id;
            }
        }
    }

    private static RestorationException NoFile(Location destination)
        => new(FailureCode.InvalidLocation, $"'{destination}' is no file. Write file:path, such as file:backup.ics.", destination.ToString());
}

/// <summary>How an export file is written.</summary>
public sealed record ExportOptions
{
    /// <summary>The format's name, if the file's name is not to say it.</summary>
    public string? Format { get; init; }

    /// <summary>Whether the file is a backup, so that its format has to hold all that an item has.</summary>
    public bool IsBackup { get; init; }

    /// <summary>Whether a file that exists may be overwritten.</summary>
    public bool Force { get; init; }

    /// <summary>Whether to write what only this program reads.</summary>
    public bool IncludeMetadata { get; init; } = true;

    /// <summary>Whether only to find out what the file could not hold; nothing is written.</summary>
    public bool PlanOnly { get; init; }

    /// <summary>Hears what the file cannot hold, before it appears.</summary>
    public IProgress<Finding>? Losses { get; init; }
}

/// <summary>A file that was written.</summary>
/// <param name="Path">The file.</param>
/// <param name="Format">Its format.</param>
/// <param name="ItemCount">How many items it holds.</param>
/// <param name="Size">Its size in bytes.</param>
public sealed record ExportedFile(string Path, string Format, long ItemCount, long Size)
{
    /// <summary>The digest of the items, to hold the file against when it is read back.</summary>
    internal ContentHash Digest { get; init; }

    /// <summary>What the file cannot hold of the items, each kind once; see <see cref="ExportOptions.Losses"/>.</summary>
    public IReadOnlyList<Finding> Losses { get; init; } = [];
}
