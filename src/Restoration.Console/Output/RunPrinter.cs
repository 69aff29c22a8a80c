using System.Text.Json;
using Restoration.Execution;
using Restoration.Failures;
using Restoration.Requests;

namespace Restoration.Console.Output;

/// <summary>Prints a run, or a plan, item by item as it comes.</summary>
internal sealed class RunPrinter(Printer printer)
{
    private static readonly Shape<RestoreResult> Item = new(
    [
        new("action", result => result.Action),
        new("reason", result => result.Reason == Policies.ActionReason.Failed ? result.Failure ?? FailureCode.InvalidData : result.Reason),
        new("matchedBy", result => result.MatchedBy),
        new("uid", result => result.Uid),
        new("recurrenceId", result => result.RecurrenceId),
        new("subject", result => result.Subject),
        new("start", result => result.Start?.ToString()),
        new("end", result => result.End?.ToString()),
        new("allDay", result => result.IsAllDay),
        new("detail", result => result.Detail),
        new("record", result => Shapes.Record(result.Record)),
        new("location", result => result.Location),
    ]);

    /// <summary>Prints all results, then the sums.</summary>
    /// <param name="header">The request, or what it would be.</param>
    /// <param name="results">The results.</param>
    /// <param name="ended">The request afterwards; for a plan, the counts as they came.</param>
    /// <param name="isShown">Which items people see.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> PrintAsync(RunHeader header, IAsyncEnumerable<RestoreResult> results, Func<RestoreCounts, ValueTask<RunHeader>> ended, Func<RestoreResult, bool> isShown)
    {
        RestoreCounts counts = default;
        if (!printer.IsJson)
        {
            printer.Say($"{header.Source} -> {header.Destination}");
            await foreach (RestoreResult result in results)
            {
                counts = counts.With(result.Action, result.Reason);
                if (isShown(result))
                {
                    System.Console.WriteLine(Line(result));
                }
            }

            header = await ended(counts);
            printer.Say($"{header.Status}: {Printer.Text(Shapes.Counts(counts, header.Kind))}");
            return header.Status == RequestStatus.Planned ? ExitCodes.Done : ExitCodes.Of(counts);
        }

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
        header = await ended(counts);
        WriteHeader(json, header, counts);
        json.WriteEndObject();
        printer.End(json);
        return header.Status == RequestStatus.Planned ? ExitCodes.Done : ExitCodes.Of(counts);
    }

    private static void WriteHeader(Utf8JsonWriter json, RunHeader header, RestoreCounts counts)
    {
        foreach ((string name, object? value) in new (string, object?)[]
        {
            ("requestId", header.RequestId?.ToString()),
            ("name", header.Name),
            ("status", header.Status),
            ("source", header.Source),
            ("destination", header.Destination),
            ("counts", Shapes.Counts(counts, header.Kind)),
        })
        {
            json.WritePropertyName(name);
            JsonValues.Write(json, value);
        }
    }

    private static string Line(RestoreResult result)
    {
        string line = $"  {result.Action,-7} {result.Reason,-17} {result.Start?.ToString() ?? "",-25} {result.Subject}";
        return result.Detail is null ? line : $"{line}  ({result.Detail})";
    }
}

/// <summary>What a run is about.</summary>
/// <param name="RequestId">The request; null for a plan.</param>
/// <param name="Name">The request's name; null for a plan.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Source">Where the items come from.</param>
/// <param name="Destination">Where they go to.</param>
internal sealed record RunHeader(Guid? RequestId, string? Name, RequestKind Kind, RequestStatus Status, string Source, string Destination)
{
    /// <summary>The header of a request.</summary>
    public static RunHeader Of(RestoreRequest request)
        => new(request.RequestId, request.Name, request.Kind, request.Status, request.Source, request.Destination);
}
