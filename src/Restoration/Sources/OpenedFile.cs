using Restoration.Failures;

namespace Restoration.Sources;

/// <summary>An export file that is open for reading, of the format that was named or that its content shows.</summary>
public sealed class OpenedFile : IAsyncDisposable
{
    private readonly Stream _stream;

    private OpenedFile(string path, IItemFormat format, Stream stream, IItemReader reader)
    {
        Path = path;
        Format = format;
        _stream = stream;
        Reader = reader;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>Its format.</summary>
    public IItemFormat Format { get; }

    /// <summary>What reads its items.</summary>
    public IItemReader Reader { get; }

    /// <summary>Opens a file.</summary>
    /// <exception cref="RestorationException">
    /// <see cref="FailureCode.UnsupportedFormat"/> if it is none of the formats, <see cref="FailureCode.InvalidArgument"/> if the culture is none; what <see cref="InputFile.OpenAsync"/> throws.
    /// </exception>
    public static async ValueTask<OpenedFile> OpenAsync(string path, FormatCatalog formats, FileSourceOptions options, CancellationToken cancellation)
    {
        _ = NamedCulture.Find(options.Culture);
        IItemFormat format = options.Format is { } name
            ? formats.Get(name)
            : await RecogniseAsync(path, formats, options, cancellation).ConfigureAwait(false);
        Stream stream = await InputFile.OpenAsync(path, cancellation, options.DisplayName).ConfigureAwait(false);
        ReadOptions reading = new() { FileName = options.DisplayName ?? path, TimeZone = options.TimeZone, Culture = options.Culture };
        return new OpenedFile(path, format, stream, new ReadAheadReader(format.OpenReader(stream, reading)));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Reader.DisposeAsync().ConfigureAwait(false);
        await _stream.DisposeAsync().ConfigureAwait(false);
    }

    private static async ValueTask<IItemFormat> RecogniseAsync(
        string path, FormatCatalog formats, FileSourceOptions options, CancellationToken cancellation)
    {
        ReadOnlyMemory<byte> head = await InputFile.ReadHeadAsync(path, FormatCatalog.HeadLength, cancellation, options.DisplayName).ConfigureAwait(false);
        string shown = options.DisplayName ?? path;
        return formats.Recognise(head.Span) ?? throw new RestorationException(
            FailureCode.UnsupportedFormat,
            $"The file '{shown}' is none of the formats that can be read ({string.Join(", ", formats.Names)}). Formats are recognised by content, not by name.",
            shown);
    }
}
