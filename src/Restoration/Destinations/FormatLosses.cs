using System.Runtime.CompilerServices;
using Restoration.Failures;
using Restoration.Items;
using Restoration.Sources;

namespace Restoration.Destinations;

/// <summary>
/// Gathers what a format cannot hold of the items that are to be written: one finding for each kind of loss, however many items it
/// happens to.
/// </summary>
internal sealed class FormatLosses(IItemFormat format, WriteOptions options)
{
    private readonly Dictionary<(Severity Severity, string Message), (Finding First, long Count)> _kinds = [];

    /// <summary>What was found so far, each with the first item that it happens to.</summary>
    public IReadOnlyList<Finding> Findings => [.. _kinds.Values.Select(kind => kind.Count == 1 ? kind.First : kind.First with
    {
        Message = FormattableString.Invariant($"{kind.First.Message} This is the first of {kind.Count} items."),
    })];

    /// <summary>Looks at what is said of the calendar.</summary>
    public void Watch(CalendarInfo info)
    {
        foreach (Finding loss in format.FindLosses(info))
        {
            _kinds[(loss.Severity, loss.Message)] = (loss, 1);
        }
    }

    /// <summary>Looks at items as they pass. One that the format cannot hold at all, which is an error, does not.</summary>
    public async IAsyncEnumerable<Item> WatchAsync(IAsyncEnumerable<Item> items, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (Item item in items.WithCancellation(cancellation).ConfigureAwait(false))
        {
            bool isHeld = true;
            foreach (Finding loss in format.FindLosses(item, options))
            {
                (Severity, string) kind = (loss.Severity, loss.Message);
                _kinds[kind] = _kinds.TryGetValue(kind, out (Finding First, long Count) known) ? known with { Count = known.Count + 1 } : (loss, 1);
                isHeld &= loss.Severity != Severity.Error;
            }

            if (isHeld)
            {
                yield return item;
            }
        }
    }

    /// <summary>Says it all.</summary>
    public void ReportTo(IProgress<Finding>? listener)
    {
        foreach (Finding loss in listener is null ? [] : Findings)
        {
            listener!.Report(loss);
        }
    }
}
