using System.Globalization;
using System.Text.Json;
using Restoration.Failures;
using Restoration.Formats.JCal;
using Restoration.Sources;

namespace Restoration.Formats.Json;

/// <summary>Makes items and findings of the parts that a file is taken apart into.</summary>
internal sealed class JsonFile : IDisposable
{
    private readonly ReadOptions _options;
    private readonly JsonReaderOptions _syntax;
    private readonly JsonValues _values;
    private readonly JCalReader _calendar;
    private readonly TrailerJson _trailer;
    private bool _isOurs;
    private bool _isDocument;
    private bool _hasTrailer;
    private bool _isLost;
    private long _count;

    /// <summary>Begins a file.</summary>
    public JsonFile(ReadOptions options)
    {
        _options = options;
        _syntax = JsonSyntax.Reading(options.Limits);
        _values = new JsonValues(options, Pending);
        _calendar = new JCalReader(options, Pending);
        _trailer = new TrailerJson(options);
    }

    /// <summary>What the file says of itself.</summary>
    public CalendarInfo Info { get; private set; } = new();

    /// <summary>The items and findings that nobody has taken yet.</summary>
    public List<ReadItem> Pending { get; } = [];

    /// <summary>Takes the part that the scanner stands on.</summary>
    /// <exception cref="RestorationException">
    /// <see cref="FailureCode.UnsupportedFormat"/>: a later version of ours; <see cref="FailureCode.LimitExceeded"/>: too many items.
    /// </exception>
    public void Take(JsonPart part, JsonScanner scanner)
    {
        switch (part)
        {
            case JsonPart.Value:
                TakeValue(scanner);
                break;
            case JsonPart.Member:
                TakeMember(scanner);
                break;
            case JsonPart.Component:
                CountItem(scanner.Line);
                _calendar.ReadComponent(JsonRepair.Repair(scanner.Current), scanner.Line);
                break;
            case JsonPart.CalendarProperties:
                Info = _calendar.ReadInfo(JsonRepair.Repair(scanner.Current), Info);
                break;
            case JsonPart.Break:
                Break(scanner);
                break;
            case JsonPart.End:
                End(scanner.Line);
                break;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _values.Dispose();
        _calendar.Dispose();
        _trailer.Dispose();
    }

    private void TakeValue(JsonScanner scanner)
    {
        ReadOnlyMemory<byte> json = JsonRepair.Repair(scanner.Current);
        JsonShape shape = JsonShapes.Of(json.Span, _syntax);
        switch (shape)
        {
            case JsonShape.Header when !scanner.IsElement:
                TakeHeader(HeaderOf(json));
                break;
            case JsonShape.Trailer when _isOurs && !_isDocument && !scanner.IsElement:
                CheckTrailer(HeaderOf(json), scanner.Line);
                break;
            default:
                CountItem(scanner.Line);
                if (_isOurs)
                {
                    _trailer.Add(scanner.Current.Span);
                }

                _values.Read(json, _isOurs ? JsonShape.Own : shape, scanner.Line);
                break;
        }
    }

    private void TakeMember(JsonScanner scanner)
    {
        if (scanner.Name == HeaderJson.Member)
        {
            _isDocument = true;
            TakeHeader(scanner.Current);
        }
        else if (scanner.Name == TrailerJson.Member && _isDocument)
        {
            CheckTrailer(scanner.Current, scanner.Line);
        }
        else if (scanner.Name == "@odata.nextLink")
        {
            Report(Severity.Warning, FailureCode.InvalidData, scanner.Line, "this is one page of several; the appointments of the next pages are not in the file.");
        }
    }

    private void TakeHeader(ReadOnlyMemory<byte> json)
    {
        _isOurs = true;
        Info = HeaderJson.Read(json, _options);
    }

    private void CheckTrailer(ReadOnlyMemory<byte> json, long line)
    {
        _hasTrailer = true;
        if (_trailer.Check(json, line) is { } finding)
        {
            Pending.Add(new ReadItem(null, finding));
        }

        Info = Info with { ItemCount = _trailer.Expected };
    }

    private void Break(JsonScanner scanner)
    {
        _isLost = scanner.IsLost;
        _trailer.Skip();
        string message = _isLost
            ? "the text is no JSON from here on: the file is damaged or cut off, and the rest of it cannot be read. Copy it again."
            : "the line is no JSON; it was left out and the rest was read.";
        Report(Severity.Error, FailureCode.ParserError, scanner.Line, message);
    }

    private void End(long line)
    {
        if (_isOurs && !_hasTrailer && !_isLost)
        {
            Pending.Add(new ReadItem(null, _trailer.Missing(line)));
        }

        if (_values.UnknownCount > 0 && _values.UnknownCount == _count && !_isOurs)
        {
            throw new RestorationException(
                FailureCode.UnsupportedFormat,
                $"'{_options.FileName}' is JSON, but none of its {_count.ToString(CultureInfo.InvariantCulture)} values is an appointment. Name an export of appointments.",
                _options.FileName);
        }
    }

    private void CountItem(long line)
    {
        if (++_count > _options.Limits.Items)
        {
            throw new RestorationException(
                FailureCode.LimitExceeded,
                $"'{_options.FileName}' has more than {_options.Limits.Items.ToString(CultureInfo.InvariantCulture)} items (line {line.ToString(CultureInfo.InvariantCulture)}). Split it, or raise the limit.",
                _options.FileName);
        }
    }

    // The only member of the first or last line.
    private ReadOnlyMemory<byte> HeaderOf(ReadOnlyMemory<byte> json)
    {
        Utf8JsonReader reader = new(json.Span, _syntax);
        reader.Read();
        reader.Read();
        reader.Read();
        int start = (int)reader.TokenStartIndex;
        reader.Skip();
        return json[start..(int)reader.BytesConsumed];
    }

    private void Report(Severity severity, FailureCode code, long line, string message)
        => Pending.Add(new ReadItem(null, new Finding(severity, code, message) { File = _options.FileName, Line = line }) { Line = line });
}
