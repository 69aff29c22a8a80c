namespace Restoration.Formats.Tests.ICalendar;

/// <summary>A stream that gives only so many bytes at a time, and cannot be sought.</summary>
internal sealed class SlowStream(byte[] content, int atATime) : MemoryStream(content, writable: false)
{
    public override bool CanSeek => false;

    public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, atATime));

    public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, atATime)]);

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        => base.ReadAsync(buffer[..Math.Min(buffer.Length, atATime)], cancellationToken);
}
