using Restoration.Execution;
using Restoration.Failures;
using Restoration.Policies;
using Restoration.Requests;

namespace Restoration.Console.Output;

/// <summary>Prints a run, or a plan, item by item as it comes.</summary>
/// <param name="printer">Where to.</param>
/// <param name="progress">The line that has to go before another is written.</param>
internal sealed class RunPrinter(Printer printer, ProgressLine? progress = null)
{
    private static readonly string DetailIndent = new(' ', 11);

    private static readonly Shape<RestoreResult> Item = new(
    [
        new("action", result => result.Action),
        new("reason", Reason),
        new("matchedBy", result => result.MatchedBy),
        new("uid", result => result.Uid),
        new("recurrenceId", result => result.RecurrenceId),
        new("subject", result => result.Subject),
        new("start", result => result.Start),
        new("end", result => result.End),
        new("allDay", result => result.IsAllDay),
        new("detail", result => result.Detail),
        new("record", result => Shapes.Record(result.Record)),
        new("location", result => result.Location),
    ]);

    private static readonly Shape<RunHeader> Header = new(
    [
        new("requestId", header => header.RequestId?.ToString()),
        new("name", header => header.Name),
        new("status", header => header.Status),
        new("source", header => header.Source),
        new("destination", header => header.Destination),
        new("counts", header => Shapes.Counts(header.Counts, header.Kind)),
    ]);

    /// <summary>Prints all results, then the sums.</summary>
    /// <param name="header">The request, or what it would be.</param>
    /// <param name="results">The results.</param>
    /// <param name="ended">The request afterwards, given the counts of the results.</param>
    /// <param name="isShown">Which items people see.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> PrintAsync(
        RunHeader header, IAsyncEnumerable<RestoreResult> results, Func<RestoreCounts, ValueTask<RunHeader>> ended, Func<RestoreResult, bool> isShown)
    {
        header = printer.IsJson
            ? await WriteAsync(results, ended)
            : await SayAsync(header, results, ended, isShown);
        return header.Status == RequestStatus.Planned ? ExitCodes.Done : ExitCodes.Of(header.Counts);
    }

    private async Task<RunHeader> SayAsync(
        RunHeader header, IAsyncEnumerable<RestoreResult> results, Func<RestoreCounts, ValueTask<RunHeader>> ended, Func<RestoreResult, bool> isShown)
    {
        RestoreCounts counts = default;
        HashSet<ActionReason> reasons = [];
        printer.Say($"{header.Source} -> {header.Destination}");
        await foreach (RestoreResult result in results)
        {
            counts = counts.With(result.Action, result.Reason);
            if (isShown(result))
            {
                progress?.Clear();
                if (reasons.Count == 0)
                {
                    printer.Say(Line("Action", "Reason", "Start", "Subject"));
                }

                reasons.Add(result.Reason);
                printer.Say(Line(result));
            }
        }

        header = await ended(counts);
        progress?.Clear();
        string conflicts = header.Counts.Conflicts > 0 ? FormattableString.Invariant($", {header.Counts.Conflicts} of those skipped in conflict") : "";
        printer.Say($"{header.Status}: {Printer.Text(Shapes.Counts(header.Counts, header.Kind))}{conflicts}.");
        foreach (string hint in reasons.Select(reason => Hints.Of(reason, header.Kind == RequestKind.Undo)).OfType<string>())
        {
            printer.Say($"  {hint}");
        }

        if (header is { RequestId: { } id, HasEffects: true })
        {
            printer.Say($"Request '{header.Name}'. To take it back: restoration request undo {id} --execute");
        }

        return header;
    }

    private async Task<RunHeader> WriteAsync(IAsyncEnumerable<RestoreResult> results, Func<RestoreCounts, ValueTask<RunHeader>> ended)
    {
        RestoreCounts counts = default;
        using JsonSpool items = new();
        await items.WriteListAsync(results, (json, result) =>
        {
            counts = counts.With(result.Action, result.Reason);
            JsonValues.WriteObject(json, result, Item);
        });

        RunHeader header = await ended(counts);
        printer.Document(header, Header, "items", items);
        return header;
    }

    private static object Reason(RestoreResult result)
        => result.Reason == ActionReason.Failed ? result.Failure ?? FailureCode.InvalidData : result.Reason;

    private static string Line(RestoreResult result)
    {
        string line = Line($"{result.Action}", $"{Reason(result)}", Printer.Text(result.Start), Printer.Text(result.Subject));
        return result.Detail is null ? line : $"{line}{Environment.NewLine}{DetailIndent}{Printer.Text(result.Detail)}";
    }

    private static string Line(string action, string reason, string start, string subject) => $"  {action,-7}  {reason,-17}  {start,-23}  {subject}";
}
