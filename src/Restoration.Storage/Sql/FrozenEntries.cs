using System.Text.Json;
using Restoration.Failures;
using Restoration.Items;
using Restoration.Policies;
using Restoration.Sources;

namespace Restoration.Storage.Sql;

/// <summary>Entries of a source as JSON; their items are kept by content hash beside it.</summary>
internal sealed class FrozenEntries
{
    private const string Action = nameof(Verdict.Action);
    private const string Reason = nameof(Verdict.Reason);
    private const string ExpectedAction = nameof(ExpectedAction);
    private const string ExpectedTarget = nameof(ExpectedTarget);

    // The places are few, however many the entries are.
    private readonly Dictionary<string, Location> _places = new(StringComparer.Ordinal);

    public static string Write(SourceItem entry) => StoredJson.Write(entry, WriteMembers);

    public SourceItem Read(long ordinal, string json, Item? item)
    {
        using JsonDocument document = StoredJson.Parse(json);
        JsonElement entry = document.RootElement;
        return new SourceItem
        {
            Ordinal = ordinal,
            Item = item,
            Origin = StoredJson.ReadText(entry, nameof(SourceItem.Origin)) is { } origin ? PlaceOf(origin) : null,
            Parts = entry.TryGetProperty(nameof(SourceItem.Parts), out JsonElement parts) ? StoredJson.ReadTexts(parts) : null,
            Verdict = StoredJson.ReadText(entry, Action) is { } action
                ? new Verdict(Enum.Parse<ItemAction>(action), Enum.Parse<ActionReason>(entry.GetProperty(Reason).GetString()!))
                : null,
            Failure = StoredJson.ReadText(entry, nameof(SourceItem.Failure)) is { } failure ? Enum.Parse<FailureCode>(failure) : null,
            Detail = StoredJson.ReadText(entry, nameof(SourceItem.Detail)),
            Record = entry.TryGetProperty(nameof(SourceItem.Record), out JsonElement record) ? RecordJson.Read(record) : null,
            Subject = StoredJson.ReadText(entry, nameof(SourceItem.Subject)),
            Expected = StoredJson.ReadText(entry, ExpectedAction) is { } expected
                ? new ExpectedAction(
                    Enum.Parse<ItemAction>(expected), StoredJson.ReadText(entry, ExpectedTarget) is { } target ? ContentHash.Parse(target) : null)
                : null,
        };
    }

    private static void WriteMembers(Utf8JsonWriter writer, SourceItem entry)
    {
        StoredJson.WriteText(writer, nameof(entry.Origin), entry.Origin?.ToString());
        StoredJson.WriteTexts(writer, nameof(entry.Parts), entry.Parts);
        StoredJson.WriteText(writer, Action, entry.Verdict?.Action.ToString());
        StoredJson.WriteText(writer, Reason, entry.Verdict?.Reason.ToString());
        StoredJson.WriteText(writer, nameof(entry.Failure), entry.Failure?.ToString());
        StoredJson.WriteText(writer, nameof(entry.Detail), entry.Detail);
        if (entry.Record is { } record)
        {
            writer.WriteStartObject(nameof(entry.Record));
            RecordJson.WriteMembers(writer, record);
            writer.WriteEndObject();
        }

        StoredJson.WriteText(writer, nameof(entry.Subject), entry.Subject);
        StoredJson.WriteText(writer, ExpectedAction, entry.Expected?.Action.ToString());
        StoredJson.WriteText(writer, ExpectedTarget, entry.Expected?.Target?.ToString());
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
