using Restoration.Requests;
using Restoration.Sources;

namespace Restoration.Execution;

/// <summary>How a batch is carried out and made durable.</summary>
internal interface IBatchExecution
{
    /// <summary>
    /// Plans and carries out a batch; afterwards its entries and the request's new state are durable.
    /// Cancelling ends it after the item in flight, with the entries that were done.
    /// </summary>
    ValueTask<BatchOutcome> ExecuteAsync(RestoreRequest request, IReadOnlyList<SourceItem> batch, CancellationToken cancellation);

    /// <summary>Makes durable what waits for the end of the run.</summary>
    ValueTask CompleteAsync(RestoreRequest request, CancellationToken cancellation);
}

/// <summary>What became of a batch.</summary>
/// <param name="Request">The request afterwards.</param>
/// <param name="Entries">The journal entries, in order.</param>
internal readonly record struct BatchOutcome(RestoreRequest Request, IReadOnlyList<JournalEntry> Entries);
