using System.Globalization;
using Restoration.Destinations;
using Restoration.Items;
using Restoration.Policies;
using Restoration.Sources;

namespace Restoration.Planning;

/// <summary>
/// What the destination has, by the hour in which it starts, for items that no key recognises. Read once, when it is first asked
/// for; what the run adds joins it. Grows by a subject and a few numbers an item.
/// </summary>
internal sealed class SimilarItems(SimilarityRule rule)
{
    private readonly Dictionary<string, Dictionary<long, List<Entry>>> _places = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What is like an entry, most alike first.</summary>
    public async ValueTask<IReadOnlyList<SimilarItem>> FindAsync(SourceItem entry, IDestination destination, CancellationToken cancellation)
    {
        if (ComparedItem.Of(entry.Item!) is not { } wanted)
        {
            return [];
        }

        Dictionary<long, List<Entry>> hours = await OpenAsync(entry, destination, cancellation).ConfigureAwait(false);
        long hour = HourOf(wanted.Start);
        return
        [
            .. Enumerable.Range(-1, 3)
                .SelectMany(step => hours.GetValueOrDefault(hour + step, []))
                .Select(other => new SimilarItem(other.Item, other.Existing, Similarity.Score(wanted, other.Compared, rule.Tolerance) ?? 0))
                .Where(other => other.Score >= rule.Threshold)
                .OrderByDescending(other => other.Score),
        ];
    }

    /// <summary>Remembers what the run leaves in the destination for an entry.</summary>
    public void Add(SourceItem entry, IDestination destination, Item item)
    {
        if (_places.TryGetValue(PlaceOf(entry, destination), out Dictionary<long, List<Entry>>? hours))
        {
            Add(hours, item with { Content = default }, null);
        }
    }

    /// <summary>Says how much alike they are, and how much alike they have to be.</summary>
    public string Describe(SimilarItem similar) => string.Create(
        CultureInfo.InvariantCulture, $"Like '{similar.Item.Subject}' {similar.Item.Start}: score {similar.Score:0.00}, threshold {rule.Threshold:0.00}.");

    private async ValueTask<Dictionary<long, List<Entry>>> OpenAsync(SourceItem entry, IDestination destination, CancellationToken cancellation)
    {
        string place = PlaceOf(entry, destination);
        if (!_places.TryGetValue(place, out Dictionary<long, List<Entry>>? hours))
        {
            hours = [];
            await foreach (ExistingItem existing in destination.ReadAsync(entry.Origin, cancellation).ConfigureAwait(false))
            {
                Add(hours, existing.Item, existing);
            }

            _places.Add(place, hours);
        }

        return hours;
    }

    private static void Add(Dictionary<long, List<Entry>> hours, Item item, ExistingItem? existing)
    {
        if (ComparedItem.Of(item) is not { } compared)
        {
            return;
        }

        long hour = HourOf(compared.Start);
        if (!hours.TryGetValue(hour, out List<Entry>? entries))
        {
            hours.Add(hour, entries = []);
        }

        entries.Add(new Entry(compared, item, existing));
    }

    private static string PlaceOf(SourceItem entry, IDestination destination)
        => destination.Location.HasManyPlaces ? entry.Origin?.ToString() ?? "" : "";

    // No tolerance is longer, so what fits starts in the same hour, the one before or the one after.
    private static long HourOf(DateTimeOffset start) => start.UtcTicks / SimilarityRule.LongestTolerance.Ticks;

    private readonly record struct Entry(ComparedItem Compared, Item Item, ExistingItem? Existing);
}

/// <summary>An item that is like another.</summary>
/// <param name="Item">The item.</param>
/// <param name="Existing">The same as the destination has it; null if this run puts it there.</param>
/// <param name="Score">How much alike they are, of 1.</param>
internal readonly record struct SimilarItem(Item Item, ExistingItem? Existing, double Score);
