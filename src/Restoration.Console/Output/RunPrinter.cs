using System.Text.Json;
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
        bool isFirst = true;
        printer.Say($"{header.Source} -> {header.Destination}");
        await foreach (RestoreResult result in results)
        {
            counts = counts.With(result.Action, result.Reason);
            if (isShown(result))
            {
                progress?.Clear();
                if (isFirst)
                {
                    printer.Say(Line("Action", "Reason", "Start", "Subject"));
                    isFirst = false;
                }

                printer.Say(Line(result));
            }
        }

        header = await ended(counts);
        progress?.Clear();
        string conflicts = header.Counts.Conflicts > 0 ? FormattableString.Invariant($", {header.Counts.Conflicts} of those skipped in conflict") : "";
        printer.Say($"{header.Status}: {Printer.Text(Shapes.Counts(header.Counts, header.Kind))}{conflicts}.");
        if (header is { RequestId: { } id, HasEffects: true })
        {
            printer.Say($"Request '{header.Name}'. To take it back: restoration request undo {id} --execute");
        }

        return header;
    }

    private async Task<RunHeader> WriteAsync(IAsyncEnumerable<RestoreResult> results, Func<RestoreCounts, ValueTask<RunHeader>> ended)
    {
        RestoreCounts counts = default;
        using Utf8JsonWriter json = printer.OpenJson();
        json.WriteStartObject();
        json.WriteStartArray("items");
        await foreach (RestoreResult result in results)
        {
            counts = counts.With(result.Action, result.Reason);
            JsonValues.WriteObject(json, result, Item);
            Printer.FlushFull(json);
        }

        json.WriteEndArray();
        RunHeader header = await ended(counts);
        foreach ((string name, object? value) in new (string, object?)[]
        {
            ("requestId", header.RequestId?.ToString()),
            ("name", header.Name),
            ("status", header.Status),
            ("source", header.Source),
            ("destination", header.Destination),
            ("counts", Shapes.Counts(header.Counts, header.Kind)),
        })
        {
            json.WritePropertyName(name);
            JsonValues.Write(json, value);
        }

        json.WriteEndObject();
        printer.End(json);
        return header;
    }

    private static object Reason(RestoreResult result)
        => result.Reason == ActionReason.Failed ? result.Failure ?? FailureCode.InvalidData : result.Reason;

    private static string Line(RestoreResult result)
    {
        string line = Line($"{result.Action}", $"{Reason(result)}", Printer.Text(result.Start), result.Subject);
        return result.Detail is null ? line : $"{line}  ({result.Detail})";
    }

    private static string Line(string action, string reason, string start, string subject) => $"  {action,-7}  {reason,-17}  {start,-23}  {subject}";
}
