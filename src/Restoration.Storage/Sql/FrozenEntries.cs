using System.Text.Json;
using System.Text.Json.Serialization;
using Restoration.Failures;
using Restoration.Items;
using Restoration.Policies;
using Restoration.Sources;

namespace Restoration.Storage.Sql;

/// <summary>Entries of a source as JSON; their items are kept by content hash beside it.</summary>
internal static class FrozenEntries
{
    private static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    public static string Write(SourceItem entry) => JsonSerializer.Serialize(
        new Entry
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
        Options);

    public static SourceItem Read(long ordinal, string json, Item? item)
    {
        Entry entry = JsonSerializer.Deserialize<Entry>(json, Options)
            ?? throw new RestorationException(FailureCode.StoreCorrupt, $"Entry {ordinal} of the request cannot be read.");
        return new SourceItem
        {
            Ordinal = ordinal,
            Item = item,
            Origin = entry.Origin is null ? null : Location.Parse(entry.Origin),
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

    private sealed record Entry
    {
        public string? Origin { get; init; }

        public IReadOnlyCollection<string>? Parts { get; init; }

        public ItemAction? Action { get; init; }

        public ActionReason? Reason { get; init; }

        public FailureCode? Failure { get; init; }

        public string? Detail { get; init; }

        public RecordReference? Record { get; init; }

        public string? Subject { get; init; }

        public ItemAction? ExpectedAction { get; init; }

        public string? ExpectedTarget { get; init; }
    }
}
