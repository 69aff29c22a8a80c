using System.Text.Json;
using Restoration.Failures;
using Restoration.Formats.Text;
using Restoration.Sources;

namespace Restoration.Formats.Mailboxes.Json;

/// <summary>
/// Takes a file of JSON apart into the objects of its lists, holding one at a time: pages of Microsoft Graph with <c>value</c>, objects with
/// lists of messages, contacts, events and tasks, folders with lists in them, bare lists, and objects one after the other (NDJSON).
/// </summary>
internal sealed class GraphScanner(Stream utf8, string fileName, ReadLimits limits) : IDisposable
{
    private static readonly HashSet<string> ListNames = new(StringComparer.Ordinal)
    {
        "value", "items", "messages", "contacts", "events", "tasks", "notes", "appointments", "mailFolders", "childFolders", "folders", "contactFolders", "calendars", "lists",
    };

    private readonly InputBuffer _buffer = new(utf8, fileName);
    private readonly Stack<GraphFrame> _frames = new();
    private JsonReaderState _state = new(Lenient);
    private string _name = "";
    private long _passedLines;

    private enum Step
    {
        Found,
        Goes,
        NeedsMore,
    }

    /// <summary>The object; valid until the next is read.</summary>
    public ReadOnlyMemory<byte> Current { get; private set; }

    /// <summary>The line that it begins on, counted from 1.</summary>
    public long Line { get; private set; }

    /// <summary>The lists and the objects around it, from the inside out.</summary>
    public IReadOnlyCollection<GraphFrame> Frames => _frames;

    private static JsonReaderOptions Lenient => new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    /// <summary>Reads the next object.</summary>
    /// <returns>False at the end.</returns>
    /// <exception cref="JsonException">The text is no JSON from here on.</exception>
    /// <exception cref="RestorationException"><see cref="FailureCode.LimitExceeded"/>: an object is larger than an item may be.</exception>
    public async ValueTask<bool> ReadAsync(CancellationToken cancellation)
    {
        while (true)
        {
            Step step;
            do
            {
                if (_frames.Count == 0 && _buffer.IsAtEnd && _buffer.Unread.Span.IndexOfAnyExcept(" \t\r\n"u8) < 0)
                {
                    return false;
                }

                step = Read();
            }
            while (step == Step.Goes);

            if (step == Step.Found)
            {
                return true;
            }

            // Twice as much: an item stands in it as base64.
            if (_buffer.Unread.Length / 2 > limits.ItemSize)
            {
                throw new RestorationException(
                    FailureCode.LimitExceeded, FormattableString.Invariant($"'{fileName}' has an object larger than {limits.ItemSize} bytes after line {_passedLines + 1}. Export it again without that item."), fileName);
            }

            await _buffer.FillAsync(cancellation).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _buffer.Dispose();

    private Step Read()
    {
        ReadOnlyMemory<byte> unread = _buffer.Unread;
        Utf8JsonReader reader = new(unread.Span, _buffer.IsAtEnd, _state);
        if (!reader.Read())
        {
            return Step.NeedsMore;
        }

        GraphFrame? frame = _frames.Count == 0 ? null : _frames.Peek();
        int start = (int)reader.TokenStartIndex;
        switch (reader.TokenType)
        {
            case JsonTokenType.EndArray or JsonTokenType.EndObject:
                _frames.Pop();
                return Pass(ref reader, unread);
            case JsonTokenType.PropertyName:
                _name = reader.GetString()!;
                return Pass(ref reader, unread);
            case JsonTokenType.StartArray when frame is null || (!frame.IsList && ListNames.Contains(_name)):
                _frames.Push(new GraphFrame(IsList: true, frame is null ? "value" : _name));
                return Pass(ref reader, unread);
            case JsonTokenType.StartObject when frame is null or { IsList: true }:
                return HoldsList(unread.Span[start..]) switch
                {
                    null => Step.NeedsMore,
                    true => PushObject(ref reader, unread),
                    false => Take(ref reader, unread, start),
                };
            case JsonTokenType.String when frame is { IsList: false }:
                frame.Texts[_name] = reader.GetString()!;
                return Pass(ref reader, unread);
            default:
                return reader.TrySkip() ? Pass(ref reader, unread) : Step.NeedsMore;
        }
    }

    private Step PushObject(ref Utf8JsonReader reader, ReadOnlyMemory<byte> unread)
    {
        _frames.Push(new GraphFrame(IsList: false, ""));
        return Pass(ref reader, unread);
    }

    private Step Take(ref Utf8JsonReader reader, ReadOnlyMemory<byte> unread, int start)
    {
        if (!reader.TrySkip())
        {
            return Step.NeedsMore;
        }

        Current = unread[start..(int)reader.BytesConsumed];
        Line = _passedLines + unread.Span[..start].Count((byte)'\n') + 1;
        Pass(ref reader, unread);
        return Step.Found;
    }

    private Step Pass(ref Utf8JsonReader reader, ReadOnlyMemory<byte> unread)
    {
        int end = (int)reader.BytesConsumed;
        _passedLines += unread.Span[..end].Count((byte)'\n');
        _state = _frames.Count == 0 ? new JsonReaderState(Lenient) : reader.CurrentState;
        _buffer.Advance(end);
        return Step.Goes;
    }

    // Whether an object is one around lists of objects; null if more has to be read to know.
    private bool? HoldsList(ReadOnlySpan<byte> json)
    {
        Utf8JsonReader reader = new(json, _buffer.IsAtEnd, new JsonReaderState(Lenient));
        reader.Read();
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.EndObject)
            {
                return false;
            }

            string name = reader.GetString() ?? "";
            if (!reader.Read())
            {
                return null;
            }

            if (reader.TokenType == JsonTokenType.StartArray && ListNames.Contains(name))
            {
                Utf8JsonReader first = reader;
                if (!first.Read())
                {
                    return null;
                }

                if (first.TokenType is JsonTokenType.StartObject or JsonTokenType.EndArray)
                {
                    return true;
                }
            }

            if (!reader.TrySkip())
            {
                return null;
            }
        }

        return null;
    }
}
