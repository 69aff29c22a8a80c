using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Restoration.Destinations;
using Restoration.Failures;
using Restoration.Items;
using Restoration.Planning;
using Restoration.Policies;
using Restoration.Sources;

namespace Restoration.Requests;

/// <summary>
/// A plan in a file: reviewed now, executed later exactly as it was reviewed. One JSON object a line: a header, then an action
/// a line with the content that it would write, then a digest over all lines before it. A plan that was changed is refused.
/// </summary>
public sealed class PlanFile(Workspace workspace)
{
    private const int Version = 1;

    private static ReadOnlySpan<byte> Head => "{\"restorationPlan\":"u8;

    private static readonly JsonSerializerOptions Json = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>Writes a plan, and hands its actions on as it does.</summary>
    public async ValueTask WriteAsync(
        string path, bool force, RequestDraft draft, IReadOnlyList<PlannedAction> actions, CancellationToken cancellation)
    {
        AtomicFile file = AtomicFile.Create(path, force, workspace.Identifiers.NewId());
        await using (file.ConfigureAwait(false))
        {
            using IncrementalHash digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            await AtomicFile.Guard(path, async () =>
            {
                await WriteLineAsync(file.Stream, digest, HeaderOf(draft), cancellation).ConfigureAwait(false);
                foreach (PlannedAction[] batch in actions.Chunk(500))
                {
                    foreach (PlanLine line in await LinesOfAsync(batch, cancellation).ConfigureAwait(false))
                    {
                        await WriteLineAsync(file.Stream, digest, line, cancellation).ConfigureAwait(false);
                    }
                }

                PlanDigest end = new(new ContentHash(digest.GetCurrentHash()).ToString());
                await WriteLineAsync(file.Stream, digest, end, cancellation).ConfigureAwait(false);
            }).ConfigureAwait(false);
            await file.CommitAsync(cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Reads a plan: a draft whose every entry knows what was reviewed.</summary>
    /// <exception cref="RestorationException">
    /// <see cref="FailureCode.InvalidData"/>: the file is no plan, is not whole, or was changed.
    /// </exception>
    public async ValueTask<RequestDraft> ReadAsync(string path, CancellationToken cancellation)
    {
        // A file that is none of ours may have lines of any length.
        ReadOnlyMemory<byte> head = await InputFile.ReadHeadAsync(path, Head.Length, cancellation).ConfigureAwait(false);
        if (!head.Span.SequenceEqual(Head))
        {
            throw Invalid(path, "it does not begin like a plan of this program");
        }

        Stream stream = await InputFile.OpenAsync(path, cancellation).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            using StreamReader reader = new(stream, new UTF8Encoding(false));
            using IncrementalHash digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            BoundedLines lines = new(reader, ReadLimits.Default.ItemSize, path);
            string? first = await lines.ReadAsync(cancellation).ConfigureAwait(false);
            PlanHeader? header = Parse<PlanHeader>(path, 1, first);
            if (header is not { RestorationPlan: Version, Source: not null, Destination: not null })
            {
                throw Invalid(path, "it does not begin like a plan of this program");
            }

            Append(digest, first!);
            List<SourceItem> entries = [];
            while (await lines.ReadAsync(cancellation).ConfigureAwait(false) is { } text)
            {
                if (text.StartsWith("{\"sha256\"", StringComparison.Ordinal))
                {
                    return Parse<PlanDigest>(path, entries.Count + 2, text)?.Sha256 == new ContentHash(digest.GetCurrentHash()).ToString()
                        ? ToDraft(header, entries)
                        : throw Invalid(path, "it was changed after it was written");
                }

                Append(digest, text);
                entries.Add(ToEntry(path, entries.Count + 1, Parse<PlanLine>(path, entries.Count + 2, text)));
            }

            throw Invalid(path, "its end is missing");
        }
    }

    private static PlanHeader HeaderOf(RequestDraft draft) => new()
    {
        RestorationPlan = Version,
        Kind = draft.Kind,
        Source = draft.Source.ToString(),
        Destination = draft.Destination.ToString(),
        ConflictResolutionOption = draft.ConflictResolution,
        Options = draft.Options.ToJson(),
        Name = draft.Name,
    };

    private static RequestDraft ToDraft(PlanHeader header, List<SourceItem> entries) => new()
    {
        Kind = header.Kind,
        Source = Location.Parse(header.Source!),
        Destination = Location.Parse(header.Destination!),
        ConflictResolution = header.ConflictResolutionOption,

        // The filter has done its work when the plan was made.
        Options = RequestOptions.Parse(header.Options) with { Filter = ItemFilter.All, Only = ItemStates.Any, Limit = null },
        Name = header.Name,
        Entries = entries,
    };

    private ValueTask<IReadOnlyList<PlanLine>> LinesOfAsync(PlannedAction[] actions, CancellationToken cancellation)
        => workspace.ReadAsync<IReadOnlyList<PlanLine>>(
            async transaction =>
            {
                Item[] sources = [.. actions.Where(action => action.HasEffect).Select(action => action.Source.Item!)];
                Queue<Item> loaded = new(await transaction.Contents.LoadAsync(sources, cancellation).ConfigureAwait(false));
                return [.. actions.Select(action => ToLine(action, action.HasEffect ? loaded.Dequeue() : null))];
            },
            cancellation);

    private static PlanLine ToLine(PlannedAction action, Item? content)
    {
        Item? item = action.Item ?? action.Source.Item;
        return new PlanLine
        {
            Action = action.Action,
            Reason = action.Reason,
            MatchedBy = action.MatchedBy,
            Uid = item?.Key.Uid,
            RecurrenceId = item?.Key.RecurrenceId,
            Subject = item?.Subject ?? action.Source.Subject,
            Start = item?.Start?.ToString(),
            End = item?.End?.ToString(),
            Detail = action.Detail,
            Origin = action.Source.Origin?.ToString(),
            Record = action.Source.Record,
            Parts = action.Source.Parts,
            Failure = action.Failure,
            Target = action.Target?.Item.ComparisonHash.ToString(),
            Content = content is null ? null : Encoding.UTF8.GetString(content.Content.Span),
        };
    }

    private SourceItem ToEntry(string path, int ordinal, PlanLine? line)
    {
        if (line is null)
        {
            throw Invalid(path, FormattableString.Invariant($"line {ordinal + 1} is no action"));
        }

        bool hasEffect = line.Content is not null;
        return new SourceItem
        {
            Ordinal = ordinal,
            Item = hasEffect ? workspace.Codec.Read(Encoding.UTF8.GetBytes(line.Content!)) : null,
            Verdict = hasEffect ? null : new Verdict(line.Action, line.Reason),
            Expected = hasEffect ? new ExpectedAction(line.Action, line.Target is null ? null : ContentHash.Parse(line.Target)) : null,
            Origin = line.Origin is null ? null : Location.Parse(line.Origin),
            Record = line.Record,
            Parts = line.Parts,
            Failure = line.Failure,
            Detail = line.Detail,
            Subject = line.Subject,
        };
    }

    private static async ValueTask WriteLineAsync<T>(Stream stream, IncrementalHash digest, T line, CancellationToken cancellation)
    {
        string text = JsonSerializer.Serialize(line, Json);
        Append(digest, text);
        await stream.WriteAsync(Encoding.UTF8.GetBytes(text + "\n"), cancellation).ConfigureAwait(false);
    }

    private static void Append(IncrementalHash digest, string line) => digest.AppendData(Encoding.UTF8.GetBytes(line + "\n"));

    private static T? Parse<T>(string path, long number, string? line)
    {
        try
        {
            return line is null ? default : JsonSerializer.Deserialize<T>(line, Json);
        }
        catch (JsonException cause)
        {
            throw new RestorationException(FailureCode.InvalidData, $"'{path}' is no plan that can be executed: line {number} is no JSON. Make a new plan.", path, cause);
        }
    }

    private static RestorationException Invalid(string path, string why)
        => new(FailureCode.InvalidData, $"'{path}' is no plan that can be executed: {why}. Make a new plan.", path);

    private sealed record PlanHeader
    {
        public int RestorationPlan { get; init; }

        public RequestKind Kind { get; init; }

        public string? Source { get; init; }

        public string? Destination { get; init; }

        public ConflictResolutionOption ConflictResolutionOption { get; init; }

        public string? Options { get; init; }

        public string? Name { get; init; }
    }

    private sealed record PlanLine
    {
        public ItemAction Action { get; init; }

        public ActionReason Reason { get; init; }

        public MatchRung? MatchedBy { get; init; }

        public string? Uid { get; init; }

        public string? RecurrenceId { get; init; }

        public string? Subject { get; init; }

        public string? Start { get; init; }

        public string? End { get; init; }

        public string? Detail { get; init; }

        public string? Origin { get; init; }

        public RecordReference? Record { get; init; }

        public IReadOnlyCollection<string>? Parts { get; init; }

        public FailureCode? Failure { get; init; }

        public string? Target { get; init; }

        public string? Content { get; init; }
    }

    private sealed record PlanDigest(string Sha256);
}
