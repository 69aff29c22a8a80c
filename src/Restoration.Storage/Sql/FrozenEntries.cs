using System.Text.Json;
using Restoration.Failures;
using Restoration.Items;
using Restoration.Policies;
using Restoration.Sources;

namespace Restoration.Storage.Sql;

/// <summary>Entries of a source as JSON; their items are kept by content hash beside it.</summary>
internal sealed class FrozenEntries
{
    // The places are few, however many the entries are.
    private readonly Dictionary<string, Location> _places = new(StringComparer.Ordinal);

    public static string Write(SourceItem entry) => JsonSerializer.Serialize(
        new FrozenEntry
        {
            Origin = entry.Origin?.ToString(),
            Parts = entry.Parts,
            Action = entry.Verdict?.Action,
            Reason = entry.Verdict?.Reason,
            Failure = entry.Failure,
            Detail = entry.Detail,
            Record = entry.Record,
            Subject = entry.Subject,
            ExpectedAction = entry.Expected?.Action,
            ExpectedTarget = entry.Expected?.Target?.ToString(),
        },
        StoredJson.Default.FrozenEntry);

    public SourceItem Read(long ordinal, string json, Item? item)
    {
        FrozenEntry entry = JsonSerializer.Deserialize(json, StoredJson.Default.FrozenEntry)
            ?? throw new RestorationException(FailureCode.StoreCorrupt, $"Entry {ordinal} of the request cannot be read.");
        return new SourceItem
        {
            Ordinal = ordinal,
            Item = item,
            Origin = entry.Origin is null ? null : PlaceOf(entry.Origin),
            Parts = entry.Parts,
            Verdict = entry is { Action: { } action, Reason: { } reason } ? new Verdict(action, reason) : null,
            Failure = entry.Failure,
            Detail = entry.Detail,
            Record = entry.Record,
            Subject = entry.Subject,
            Expected = entry.ExpectedAction is { } expected
                ? new ExpectedAction(expected, entry.ExpectedTarget is null ? null : ContentHash.Parse(entry.ExpectedTarget))
                : null,
        };
    }

    private Location PlaceOf(string text)
    {
        if (!_places.TryGetValue(text, out Location? place))
        {
            place = Location.Parse(text);
            _places.Add(text, place);
        }

        return place;
    }
}
