using System.Runtime.CompilerServices;
using System.Text;
using Restoration.Failures;
using Restoration.Items;
using Restoration.Sources;

namespace Restoration.Contracts.Support;

/// <summary>Items of <see cref="TextCodec"/> in a file, each ended by an empty line.</summary>
public sealed class TextFormat : IItemFormat
{
    public string Name => "TEXT";

    public IReadOnlyList<string> Endings => [".items"];

    public bool Recognises(ReadOnlySpan<byte> head) => head.StartsWith("Uid="u8) || head.StartsWith("!"u8);

    public IItemReader OpenReader(Stream stream, ReadOptions options) => new Reader(stream, options.FileName);

    public IItemWriter OpenWriter(Stream stream, CalendarInfo info, WriteOptions options) => new Writer(stream);

    private sealed class Reader(Stream stream, string name) : IItemReader
    {
        public CalendarInfo Info => new();

        public async IAsyncEnumerable<ReadItem> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
        {
            using StreamReader reader = new(stream, leaveOpen: true);
            string text = await reader.ReadToEndAsync(cancellation);
            foreach (string part in text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
            {
                yield return part.StartsWith('!')
                    ? new ReadItem(null, new Finding(Severity.Error, FailureCode.ParserError, part) { File = name })
                    : new ReadItem(new TextCodec().Read(Encoding.UTF8.GetBytes(part)), null);
            }
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    private sealed class Writer(Stream stream) : IItemWriter
    {
        public async ValueTask WriteAsync(Item item, CancellationToken cancellation)
        {
            await stream.WriteAsync(item.Content, cancellation);
            await stream.WriteAsync("\n\n"u8.ToArray(), cancellation);
        }

        public async ValueTask CompleteAsync(CancellationToken cancellation) => await stream.FlushAsync(cancellation);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
