using Restoration.Failures;
using Restoration.Policies;
using Restoration.Sources;

namespace Restoration.Storage.Sql;

/// <summary>What the column entry of request_entries holds.</summary>
internal sealed record FrozenEntry
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
