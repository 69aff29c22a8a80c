using System.Runtime.CompilerServices;
using Restoration.Destinations;
using Restoration.Failures;
using Restoration.Items;
using Restoration.Sources;

namespace Restoration.Files;

/// <summary>Writes export files in another format, or in the same one put right. Each file appears whole or not at all.</summary>
public sealed class ConversionService(FormatCatalog formats, TimeProvider clock, IdentifierSource identifiers)
{
    /// <summary>Converts files one after the other. One that cannot be converted is an outcome like any other, and the rest goes on.</summary>
    /// <param name="files">What to write where, as <see cref="ConversionPlan"/> lays it out.</param>
    /// <param name="options">How to read and write.</param>
    /// <param name="cancellation">Stops before the next item; the file in hand leaves nothing behind.</param>
    /// <exception cref="RestorationException"><see cref="FailureCode.InvalidArgument"/>: the culture that is named is none.</exception>
    public async IAsyncEnumerable<ConvertedFile> ConvertAsync(
        IEnumerable<PlannedConversion> files, ConversionOptions options, [EnumeratorCancellation] CancellationToken cancellation)
    {
        _ = NamedCulture.Find(options.Culture);
        HashSet<string> written = new(StringComparer.Ordinal);
        foreach (PlannedConversion file in files)
        {
            yield return await ConvertAsync(file, options, written, cancellation).ConfigureAwait(false);
        }
    }

    private async ValueTask<ConvertedFile> ConvertAsync(
        PlannedConversion file, ConversionOptions options, HashSet<string> written, CancellationToken cancellation)
    {
        List<Finding> findings = [];
        ConvertedFile outcome = new(options.DisplayName ?? file.Source, file.Target, findings);
        try
        {
            if (!written.Add(file.Target))
            {
                throw new RestorationException(
                    FailureCode.AlreadyExists, $"'{file.Target}' was written from another file of this run; '{file.Source}' was not converted.", file.Source);
            }

            return await WriteAsync(outcome, file, options, findings, cancellation).ConfigureAwait(false);
        }
        catch (RestorationException failure)
        {
            return outcome with { Failure = failure.Code, Message = failure.Message };
        }
    }

    private async ValueTask<ConvertedFile> WriteAsync(
        ConvertedFile outcome, PlannedConversion plan, ConversionOptions options, List<Finding> findings, CancellationToken cancellation)
    {
        IItemFormat format = options.To is { } name ? formats.Get(name) : formats.ForPath(plan.Target);
        FileSourceOptions reading = new() { Format = options.From, TimeZone = options.TimeZone, Culture = options.Culture, DisplayName = options.DisplayName };
        WriteOptions writing = new() { FileName = plan.Target, IncludeMetadata = options.IncludeMetadata, WrittenAt = clock.GetUtcNow() };
        FormatLosses losses = new(format, writing);
        OpenedFile source = await OpenedFile.OpenAsync(plan.Source, formats, reading, cancellation).ConfigureAwait(false);
        await using (source.ConfigureAwait(false))
        {
            IAsyncEnumerator<ReadItem> items = source.Reader.ReadAsync(cancellation).GetAsyncEnumerator(cancellation);
            await using (items.ConfigureAwait(false))
            {
                // What the file says of its calendar stands before its first item.
                Item? first = await NextAsync(items, findings).ConfigureAwait(false);
                losses.Watch(source.Reader.Info);
                IAsyncEnumerable<Item> all = losses.WatchAsync(RestAsync(first, items, findings), cancellation);
                outcome = outcome with { SourceFormat = source.Format.Name, TargetFormat = format.Name };
                if (options.PlanOnly)
                {
                    long planned = await CountAsync(all).ConfigureAwait(false);
                    losses.ReportTo(options.Losses);
                    return outcome with { ItemCount = planned, Losses = losses.Findings };
                }

                AtomicFile target = AtomicFile.Create(plan.Target, options.Force, identifiers.NewId());
                await using (target.ConfigureAwait(false))
                {
                    long count = await ItemFile.WriteAsync(
                        all, target, plan.Target, format, source.Reader.Info, writing, cancellation).ConfigureAwait(false);
                    long size = target.Stream.Position;
                    losses.ReportTo(options.Losses);
                    await target.CommitAsync(cancellation).ConfigureAwait(false);
                    return outcome with { ItemCount = count, Size = size, Losses = losses.Findings };
                }
            }
        }
    }

    private static async ValueTask<long> CountAsync(IAsyncEnumerable<Item> items)
    {
        long count = 0;
        await foreach (Item _ in items.ConfigureAwait(false))
        {
            count++;
        }

        return count;
    }

    private static async IAsyncEnumerable<Item> RestAsync(Item? first, IAsyncEnumerator<ReadItem> items, List<Finding> findings)
    {
        for (Item? item = first; item is not null; item = await NextAsync(items, findings).ConfigureAwait(false))
        {
            yield return item;
        }
    }

    private static async ValueTask<Item?> NextAsync(IAsyncEnumerator<ReadItem> items, List<Finding> findings)
    {
        while (await items.MoveNextAsync().ConfigureAwait(false))
        {
            if (items.Current.Finding is { } finding)
            {
                findings.Add(finding);
            }

            if (items.Current.Item is { } item)
            {
                return item;
            }
        }

        return null;
    }
}
