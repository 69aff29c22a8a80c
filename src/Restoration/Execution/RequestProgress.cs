using Restoration.Failures;
using Restoration.Requests;
using Restoration.Sources;

namespace Restoration.Execution;

/// <summary>Moves a request on by what became of a batch.</summary>
internal static class RequestProgress
{
    public static RestoreRequest Advance(
        RestoreRequest request, IReadOnlyList<SourceItem> batch, IReadOnlyList<JournalEntry> entries, bool whole, long bytes, DateTimeOffset now)
    {
        RestoreCounts counts = request.Counts;
        foreach (JournalEntry entry in entries)
        {
            counts = counts.With(entry.Action, entry.Reason);
        }

        long large = entries.Count(entry => entry.Failure == FailureCode.LimitExceeded);

        // What the filter dropped at the end of the batch is done too.
        long position = whole ? batch[^1].Ordinal : entries.Count > 0 ? entries[^1].Ordinal : request.Position;
        return request with { Counts = counts, Position = position, BytesTransferred = request.BytesTransferred + bytes, UpdatedAt = now, LargeItems = request.LargeItems + large };
    }
}
