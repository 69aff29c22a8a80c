using Restoration.Formats.ICalendar.Lexing;
using Restoration.Formats.ICalendar.Zones;
using Restoration.Sources;

namespace Restoration.Formats.ICalendar.Reading;

/// <summary>
/// Reads the events in the window of a large file on several processors. Only what comes out as if it had been read in its turn is
/// taken: the first chunk that has anything wrong, and what follows it, is left to be read one by one.
/// </summary>
/// <param name="limits">What no component may exceed.</param>
/// <param name="processors">How many chunks are read at once.</param>
/// <param name="chunkSize">How large one is, about.</param>
internal sealed class ChunkReader(ReadLimits limits, int processors, int chunkSize)
{
    /// <summary>The usual size of a chunk.</summary>
    public const int UsualSize = 256 << 10;

    private const int MostProcessors = 8;
    private const int ChunksEach = 2;

    // A file that is damaged in many places would be read twice.
    private const int MostLeft = 8;

    private int _left;
    private long _resumeAt;

    /// <summary>How large a window has to be so that each processor has its chunks.</summary>
    public int WindowSize => Math.Min(processors, MostProcessors) * ChunksEach * chunkSize;

    /// <summary>Whether more is to be read so at all.</summary>
    public bool IsUseful => processors > 1 && _left < MostLeft;

    /// <summary>Whether a window, which begins between two components, has enough for several processors.</summary>
    public bool CanRead(InputBuffer window)
        => IsUseful && window.Position >= _resumeAt && window.Unread.Length >= 2 * chunkSize && ComponentBorders.IsAt(window.Unread);

    /// <summary>Reads what can be read.</summary>
    /// <returns>The chunks from the beginning of the window on.</returns>
    public async ValueTask<IReadOnlyList<DecodedChunk>> ReadAsync(InputBuffer window, ZoneScope zones)
    {
        List<Task<DecodedChunk?>> tasks = [];
        List<int> ends = [];
        ReadOnlyMemory<byte> text = window.UnreadMemory;
        for (int start = 0, end = EndOf(text.Span, 0); end > start; start = end, end = EndOf(text.Span, start))
        {
            ReadOnlyMemory<byte> chunk = text[start..end];
            tasks.Add(Task.Run(() => DecodedChunk.Read(chunk, limits, zones)));
            ends.Add(end);
        }

        DecodedChunk?[] read = await Task.WhenAll(tasks).ConfigureAwait(false);
        int whole = Array.FindIndex(read, chunk => chunk is null);
        if (whole >= 0)
        {
            _left++;
            _resumeAt = window.Position + ends[whole];
        }

        return [.. read.TakeWhile(chunk => chunk is not null).OfType<DecodedChunk>()];
    }

    /// <summary>Reads no more so.</summary>
    public void Stop() => _left = MostLeft;

    private int EndOf(ReadOnlySpan<byte> text, int start)
    {
        int end = ComponentBorders.FindFirst(text, start + chunkSize);
        return end > 0 ? end : ComponentBorders.FindLast(text);
    }
}
