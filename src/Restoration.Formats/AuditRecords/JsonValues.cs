using System.Text.Json;
using Restoration.Failures;
using Restoration.Formats.Text;
using Restoration.Sources;

namespace Restoration.Formats.AuditRecords;

/// <summary>
/// The elements of an array, or values one after the other. An object that is too large to be one record is a page or a
/// search result, and what is in it comes out singly.
/// </summary>
internal sealed class JsonValues : IJsonDocuments
{
    // A record has a few KB; what is larger than this holds many.
    private const int LargestDocument = 4 << 20;

    private readonly InputBuffer _buffer;
    private readonly ReadOptions _options;
    private readonly JsonReaderState _outside;
    private JsonReaderState _state;
    private bool _isOutside = true;
    private bool _isMember;
    private long _nextLine = 1;

    public JsonValues(InputBuffer buffer, ReadOptions options)
    {
        _buffer = buffer;
        _options = options;
        _outside = new JsonReaderState(new JsonReaderOptions { MaxDepth = options.Limits.Nesting, AllowTrailingCommas = true });
        _state = _outside;
    }

    public ReadOnlyMemory<byte> Current { get; private set; }

    public long Line { get; private set; } = 1;

    public async ValueTask<bool> ReadAsync(CancellationToken cancellation)
    {
        while (true)
        {
            switch (Next())
            {
                case Step.Document:
                    return true;
                case Step.End:
                    return false;
                case Step.NeedsMore:
                    await _buffer.FillAsync(cancellation).ConfigureAwait(false);
                    break;
            }
        }
    }

    public void Dispose() => _buffer.Dispose();

    /// <summary>Takes a document or the next token; takes nothing if that is not whole yet.</summary>
    private Step Next()
    {
        ReadOnlyMemory<byte> unread = _buffer.Unread;
        if (_isOutside && unread.Span.IndexOfAnyExcept(" \t\r\n"u8) < 0)
        {
            return _buffer.IsAtEnd ? Step.End : Step.NeedsMore;
        }

        Utf8JsonReader reader = new(unread.Span, _buffer.IsAtEnd, _state);
        if (!reader.Read())
        {
            RefuseLongText(unread.Length);
            return Step.NeedsMore;
        }

        JsonTokenType token = reader.TokenType;
        int start = (int)reader.TokenStartIndex;
        if (token == JsonTokenType.StartObject && !reader.TrySkip() && unread.Length < LargestDocument)
        {
            return Step.NeedsMore;
        }

        bool isOpened = reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray;
        bool isDocument = (token == JsonTokenType.StartObject && !isOpened) || (token == JsonTokenType.String && !_isMember);
        int end = (int)reader.BytesConsumed;
        _isMember = token == JsonTokenType.PropertyName;
        _isOutside = reader.CurrentDepth == 0 && !isOpened;
        _state = _isOutside ? _outside : reader.CurrentState;
        Line = _nextLine + unread.Span[..start].Count((byte)'\n');
        Current = unread[start..end];
        _nextLine = Line + Current.Span.Count((byte)'\n');
        _buffer.Advance(end);
        return isDocument ? Step.Document : Step.Token;
    }

    private void RefuseLongText(int length)
    {
        if (length > _options.Limits.LineLength)
        {
            throw new RestorationException(
                FailureCode.LimitExceeded,
                $"'{_options.FileName}' has a text longer than {_options.Limits.LineLength} bytes on line {_nextLine} or after it. Export it again.",
                _options.FileName);
        }
    }

    private enum Step
    {
        Document,
        Token,
        NeedsMore,
        End,
    }
}
