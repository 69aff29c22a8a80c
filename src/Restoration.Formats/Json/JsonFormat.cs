using Restoration.Failures;
using Restoration.Formats.Messages;
using Restoration.Items;
using Restoration.Sources;

namespace Restoration.Formats.Json;

/// <summary>
/// JSON: our own, which loses nothing (docs/formats.md), as one document or one line an item; read are the events of Microsoft
/// Graph, jCal (RFC 7265) and the lists of appointments that other programs write, too.
/// </summary>
public sealed class JsonFormat : IItemFormat
{
    /// <inheritdoc/>
    public string Name => "JSON";

    /// <inheritdoc/>
    public IReadOnlyList<string> Endings { get; } = [".json", ".ndjson", ".jsonl"];

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> head) => JsonRecognition.Recognises(head);

    /// <inheritdoc/>
    public IItemReader OpenReader(Stream stream, ReadOptions options) => new JsonItemReader(stream, options);

    /// <inheritdoc/>
    public IItemWriter OpenWriter(Stream stream, CalendarInfo info, WriteOptions options)
    {
        string name = options.FileName is null ? "" : options.FileName.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? options.FileName[..^3] : options.FileName;
        bool isLines = name.EndsWith(".ndjson", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase);
        return new JsonItemWriter(stream, info, options, isLines);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Finding> FindLosses(Item item, WriteOptions options)
    {
        ArgumentNullException.ThrowIfNull(item);
        return MessageLoss.Find(item);
    }
}
