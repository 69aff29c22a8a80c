using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Restoration.Formats.Json.Events;
using Restoration.Items;
using Restoration.Sources;

namespace Restoration.Formats.Json;

/// <summary>
/// Writes one document, or one line an item (NDJSON). Both begin with what the file is and end with how many items it has and
/// the digest of them: SHA-256 over each item as it stands, with a line feed behind it.
/// </summary>
internal sealed class JsonItemWriter : IItemWriter
{
    private const int FlushAt = 64 << 10;
    private const int MostKept = 1 << 20;

    private readonly Stream _stream;
    private readonly bool _isLines;
    private readonly EventItemWriter _events;
    private readonly IncrementalHash _digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly Utf8JsonWriter _writer;
    private ArrayBufferWriter<byte> _output = new(2 * FlushAt);
    private long _count;

    /// <summary>Begins a file.</summary>
    public JsonItemWriter(Stream stream, CalendarInfo info, WriteOptions options, bool isLines)
    {
        _stream = stream;
        _isLines = isLines;
        _events = new EventItemWriter(options.IncludeMetadata);
        _output.Write(Encoding.ASCII.GetBytes($"{{\"{HeaderJson.Member}\":"));
        _writer = new Utf8JsonWriter(_output, JsonSyntax.Writing);
        HeaderJson.Write(_writer, info, options);
        _writer.Flush();
        _output.Write(isLines ? "}\n"u8 : ",\"appointments\":[\n"u8);
    }

    /// <inheritdoc/>
    public ValueTask WriteAsync(Item item, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(item);
        if (_count++ > 0 && !_isLines)
        {
            _output.Write(",\n"u8);
        }

        int start = _output.WrittenCount;
        _events.Write(_writer, _output, item);
        _digest.AppendData(_output.WrittenSpan[start..]);
        _digest.AppendData("\n"u8);
        if (_isLines)
        {
            _output.Write("\n"u8);
        }

        return _output.WrittenCount >= FlushAt ? FlushAsync(cancellation) : ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public async ValueTask CompleteAsync(CancellationToken cancellation)
    {
        string digest = Convert.ToHexString(_digest.GetHashAndReset()).ToLowerInvariant();
        string end = $"\"{TrailerJson.Member}\":{{\"count\":{_count.ToString(CultureInfo.InvariantCulture)},\"sha256\":\"{digest}\"}}}}\n";
        _output.Write(_isLines ? "{"u8 : _count > 0 ? "\n],"u8 : "],"u8);
        _output.Write(Encoding.ASCII.GetBytes(end));
        await FlushAsync(cancellation).ConfigureAwait(false);
        await _stream.FlushAsync(cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _events.Dispose();
        _digest.Dispose();
        await _writer.DisposeAsync().ConfigureAwait(false);
    }

    private async ValueTask FlushAsync(CancellationToken cancellation)
    {
        await _stream.WriteAsync(_output.WrittenMemory, cancellation).ConfigureAwait(false);
        if (_output.Capacity > MostKept)
        {
            _output = new ArrayBufferWriter<byte>(2 * FlushAt);
        }
        else
        {
            _output.ResetWrittenCount();
        }
    }
}
