using System.Buffers;
using System.Text;
using System.Text.Json;
using Restoration.Failures;
using Restoration.Formats.AuditRecords;
using Restoration.Formats.Text;
using Restoration.Sources;

namespace Restoration.Formats.Json;

/// <summary>
/// Takes a file of JSON apart value by value, holding one at a time: documents one after the other (NDJSON), the elements of an
/// array, the elements of the list in an object, the components of jCal.
/// </summary>
internal sealed class JsonScanner : IDisposable
{
    // As much of an object has to be seen before it counts as the one around a list.
    private const int LargestLook = 64 << 10;

    private readonly InputBuffer _buffer;
    private readonly ReadOptions _options;
    private readonly JsonReaderState _outside;
    private readonly Stack<Level> _levels = new();
    private readonly ArrayBufferWriter<byte> _object = new();
    private JsonReaderState _state;
    private JsonReaderState _beforeList;
    private string _name = "";
    private long _nextLine = 1;
    private long _offset;
    private bool _hasList;
    private bool _isBroken;

    /// <summary>Begins to read.</summary>
    /// <param name="utf8">The text, as <see cref="TextInput"/> gives it; stays the caller's.</param>
    /// <param name="options">The file's name, and the limits.</param>
    public JsonScanner(Stream utf8, ReadOptions options)
    {
        _buffer = new InputBuffer(utf8, options.FileName);
        _options = options;
        _outside = new JsonReaderState(JsonSyntax.Reading(options.Limits));
        _state = _outside;
    }

    private enum Level
    {
        Object,
        List,
        Calendar,
        Components,
    }

    /// <summary>The text of the part; valid until the next is read.</summary>
    public ReadOnlyMemory<byte> Current { get; private set; }

    /// <summary>The name of a member.</summary>
    public string Name => _name;

    /// <summary>The line that the part begins on, counted from 1; of a break, the line of it.</summary>
    public long Line { get; private set; } = 1;

    /// <summary>How many bytes stand before the part, or before the break.</summary>
    public long Offset { get; private set; }

    /// <summary>Whether a value is an element of a list, and no document of its own.</summary>
    public bool IsElement => _levels.Count > 0;

    /// <summary>Whether nothing behind the last break could be read.</summary>
    public bool IsLost { get; private set; }

    private bool IsGathering => !_hasList && _levels.Count > 0 && _levels.Peek() == Level.Object;

    /// <summary>Reads on.</summary>
    /// <exception cref="RestorationException"><see cref="FailureCode.LimitExceeded"/>: a value is larger than an item may be.</exception>
    public async ValueTask<JsonPart> ReadAsync(CancellationToken cancellation)
    {
        while (true)
        {
            if (TryRead(out JsonPart part))
            {
                return part;
            }

            if (_buffer.Unread.Length >= _options.Limits.ItemSize)
            {
                throw new RestorationException(
                    FailureCode.LimitExceeded,
                    $"'{_options.FileName}' has a value larger than {_options.Limits.ItemSize} bytes on line {_nextLine} or after it. Export it again, in smaller parts if need be.",
                    _options.FileName);
            }

            await _buffer.FillAsync(cancellation).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _buffer.Dispose();

    /// <summary>Takes the next part out of what has been read.</summary>
    /// <returns>False if more has to be read first.</returns>
    private bool TryRead(out JsonPart part)
    {
        while (true)
        {
            part = JsonPart.End;
            ReadOnlyMemory<byte> unread = _buffer.Unread;
            if (_isBroken || (_levels.Count == 0 && unread.Span.IndexOfAnyExcept(" \t\r\n"u8) < 0))
            {
                return _buffer.IsAtEnd || _isBroken;
            }

            Utf8JsonReader reader = new(unread.Span, _buffer.IsAtEnd, _state);
            Step step;
            try
            {
                step = reader.Read() ? Take(ref reader, unread, out part) : Step.NeedsMore;
            }
            catch (JsonException)
            {
                return TryBreak(unread, (int)reader.BytesConsumed, out part);
            }

            if (step != Step.Goes)
            {
                return step == Step.Done;
            }
        }
    }

    private Step Take(ref Utf8JsonReader reader, ReadOnlyMemory<byte> unread, out JsonPart part)
    {
        Level? level = _levels.Count == 0 ? null : _levels.Peek();
        part = level == Level.Components ? JsonPart.Component : JsonPart.Value;
        int start = (int)reader.TokenStartIndex;
        switch (reader.TokenType)
        {
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                _levels.Pop();
                Pass(ref reader, unread);
                if (level != Level.Object || _hasList)
                {
                    return Step.Goes;
                }

                // An object too large to be seen whole that had no list after all: one large appointment.
                _object.Write(_object.WrittenCount == 0 ? "{}"u8 : "}"u8);
                Current = _object.WrittenMemory;
                return Step.Done;
            case JsonTokenType.PropertyName:
                _name = Encoding.UTF8.GetString(JsonText.ReadBytes(ref reader));
                AppendName(unread.Span[start..(int)reader.BytesConsumed]);
                Pass(ref reader, unread);
                return Step.Goes;
            case JsonTokenType.StartArray when level is null or Level.List:
                return TakeArray(ref reader, unread, start);
            case JsonTokenType.StartArray when level == Level.Calendar && _name == "properties":
                part = JsonPart.CalendarProperties;
                _name = "components";
                return TakeWhole(ref reader, unread, start);
            case JsonTokenType.StartArray when level == Level.Calendar:
                return Open(ref reader, unread, Level.Components);
            case JsonTokenType.StartArray when level == Level.Object && _name is "appointments" or "value":
                return Open(ref reader, unread, Level.List);
            case JsonTokenType.StartObject when level is null && HoldsList(unread.Span[start..]):
                _object.ResetWrittenCount();
                return Open(ref reader, unread, Level.Object);
            case JsonTokenType.String when level == Level.Calendar:
                Pass(ref reader, unread);
                return Step.Goes;
            default:
                part = level == Level.Object ? JsonPart.Member : part;
                return TakeWhole(ref reader, unread, start);
        }
    }

    private Step TakeWhole(ref Utf8JsonReader reader, ReadOnlyMemory<byte> unread, int start)
    {
        if (!reader.TrySkip())
        {
            return Step.NeedsMore;
        }

        ReadOnlyMemory<byte> value = unread[start..(int)reader.BytesConsumed];
        if (IsGathering)
        {
            _object.Write(value.Span);
        }

        Line = _nextLine + unread.Span[..start].Count((byte)'\n');
        Offset = _offset + start;
        Pass(ref reader, unread);
        Current = value;
        return Step.Done;
    }

    private Step Open(ref Utf8JsonReader reader, ReadOnlyMemory<byte> unread, Level level)
    {
        _hasList = level != Level.Object;
        _name = level == Level.Calendar ? "properties" : _name;
        _levels.Push(level);
        Pass(ref reader, unread);
        _beforeList = _state;
        return Step.Goes;
    }

    private void Pass(ref Utf8JsonReader reader, ReadOnlyMemory<byte> unread)
    {
        int end = (int)reader.BytesConsumed;
        _nextLine += unread.Span[..end].Count((byte)'\n');
        _offset += end;
        _state = _levels.Count == 0 ? _outside : reader.CurrentState;
        _buffer.Advance(end);
    }

    private void AppendName(ReadOnlySpan<byte> name)
    {
        if (IsGathering)
        {
            _object.Write(_object.WrittenCount == 0 ? "{"u8 : ","u8);
            _object.Write(name);
        }
    }

    // A list of appointments, or a calendar of jCal, or a list of those.
    private Step TakeArray(ref Utf8JsonReader reader, ReadOnlyMemory<byte> unread, int start)
    {
        Utf8JsonReader first = reader;
        if (!first.Read())
        {
            return Step.NeedsMore;
        }

        bool isCalendar = first.TokenType == JsonTokenType.String && JsonText.ReadBytes(ref first).SequenceEqual("vcalendar"u8);
        return isCalendar ? Open(ref reader, unread, Level.Calendar)
            : _levels.Count == 0 ? Open(ref reader, unread, Level.List)
            : TakeWhole(ref reader, unread, start);
    }

    // Whether the object is one around a list, or so large that only reading on can tell.
    private bool HoldsList(ReadOnlySpan<byte> json)
    {
        Utf8JsonReader reader = new(json, isFinalBlock: false, _outside);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            ReadOnlySpan<byte> name = JsonText.ReadBytes(ref reader);
            bool isList = name.SequenceEqual("appointments"u8) || name.SequenceEqual("value"u8);
            if (!reader.Read())
            {
                break;
            }

            if (isList && reader.TokenType == JsonTokenType.StartArray)
            {
                return true;
            }

            if (!reader.TrySkip())
            {
                break;
            }
        }

        return reader.TokenType != JsonTokenType.EndObject && json.Length >= LargestLook;
    }

    /// <summary>Passes what is no JSON, up to the next line that begins a value by itself: a broken line costs that line only.</summary>
    /// <returns>False if more has to be read first.</returns>
    private bool TryBreak(ReadOnlyMemory<byte> unread, int position, out JsonPart part)
    {
        part = JsonPart.Break;
        ReadOnlySpan<byte> text = unread.Span;
        bool isList = _levels.Count > 0 && _levels.Peek() == Level.List;
        int next = _levels.Count == 0 || isList ? JsonRecovery.FindNextLine(text, isList) : JsonRecovery.None;
        if (next == JsonRecovery.None && !_buffer.IsAtEnd && unread.Length < _options.Limits.ItemSize && (isList || _levels.Count == 0))
        {
            return false;
        }

        Line = _nextLine + text[..position].Count((byte)'\n');
        Offset = _offset + position;
        IsLost = _isBroken = next == JsonRecovery.None;
        if (!_isBroken)
        {
            _nextLine += text[..next].Count((byte)'\n');
            _offset += next;
            _state = isList ? _beforeList : _outside;
            _buffer.Advance(next);
        }

        return true;
    }

    private enum Step
    {
        Done,
        Goes,
        NeedsMore,
    }
}
