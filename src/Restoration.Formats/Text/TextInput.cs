using System.IO.Compression;
using System.Text;
using Restoration.Failures;

namespace Restoration.Formats.Text;

/// <summary>
/// Any text file as a stream of UTF-8 without a byte order mark: gzip is unpacked, UTF-16 is transcoded.
/// Bytes that are not UTF-8 although nothing says so are passed on; whoever reads them decides.
/// </summary>
internal sealed class TextInput : IAsyncDisposable
{
    private const int HeadLength = 4096;

    private readonly List<Stream> _layers = [];

    private TextInput(Stream stream) => Stream = stream;

    /// <summary>The text, from its first byte.</summary>
    public Stream Stream { get; private set; }

    /// <summary>The first bytes of <see cref="Stream"/>, which still has them.</summary>
    public ReadOnlyMemory<byte> Head { get; private set; }

    /// <summary>Looks at the beginning of a stream, which stays the caller's.</summary>
    /// <exception cref="RestorationException"><see cref="FailureCode.InvalidData"/>: the file is empty or no text.</exception>
    public static async ValueTask<TextInput> OpenAsync(Stream stream, string fileName, CancellationToken cancellation)
    {
        TextInput input = new(stream);
        try
        {
            await input.PeekAsync(cancellation).ConfigureAwait(false);
            if (input.Head.Span is [0x1F, 0x8B, ..])
            {
                input.Layer(new GZipStream(input.Stream, CompressionMode.Decompress, leaveOpen: true));
                await input.PeekAsync(cancellation).ConfigureAwait(false);
            }

            await input.DecodeAsync(cancellation).ConfigureAwait(false);
        }
        catch (InvalidDataException exception)
        {
            await input.DisposeAsync().ConfigureAwait(false);
            throw new RestorationException(
                FailureCode.InvalidData, $"'{fileName}' is damaged: it cannot be decompressed. Copy it again.", fileName, exception);
        }

        input.RefuseWhatIsNoText(fileName);
        return input;
    }

    public async ValueTask DisposeAsync()
    {
        for (int i = _layers.Count - 1; i >= 0; i--)
        {
            await _layers[i].DisposeAsync().ConfigureAwait(false);
        }
    }

    private async ValueTask DecodeAsync(CancellationToken cancellation)
    {
        Encoding encoding = TextEncodings.Detect(Head.Span, out int markLength);
        if (markLength > 0)
        {
            await Stream.ReadExactlyAsync(new byte[markLength], cancellation).ConfigureAwait(false);
        }

        if (encoding != Encoding.UTF8)
        {
            Layer(Encoding.CreateTranscodingStream(Stream, encoding, Encoding.UTF8, leaveOpen: true));
        }

        if (markLength > 0 || encoding != Encoding.UTF8)
        {
            await PeekAsync(cancellation).ConfigureAwait(false);
        }
    }

    private void Layer(Stream stream)
    {
        _layers.Add(stream);
        Stream = stream;
    }

    private async ValueTask PeekAsync(CancellationToken cancellation)
    {
        byte[] head = new byte[HeadLength];
        int count = await Stream.ReadAtLeastAsync(head, HeadLength, throwOnEndOfStream: false, cancellation).ConfigureAwait(false);
        Head = head.AsMemory(0, count);
        Layer(new HeadedStream(Head, Stream));
    }

    private void RefuseWhatIsNoText(string fileName)
    {
        string? problem = Head.Span switch
        {
            [] => "is empty. Export it again",
            [(byte)'P', (byte)'K', 3, 4, ..] => "is a ZIP archive or an Excel workbook. Unpack it, or save it as CSV UTF-8",
            [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => "is a PDF document. Export it as CSV or JSON",
            ReadOnlySpan<byte> head when head.Contains((byte)0) => "is a binary file, not text. Name the export itself",
            ReadOnlySpan<byte> head when head.Length < HeadLength && head.IndexOfAnyExcept(" \t\r\n"u8) < 0 => "is blank. Export it again",
            _ => null,
        };
        if (problem is not null)
        {
            throw new RestorationException(FailureCode.InvalidData, $"'{fileName}' {problem}.", fileName);
        }
    }
}
