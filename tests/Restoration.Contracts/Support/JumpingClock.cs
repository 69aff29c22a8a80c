namespace Restoration.Contracts.Support;

/// <summary>The machine's clock, which somebody puts forward and back.</summary>
public sealed class JumpingClock : TimeProvider
{
    private long _offset;

    public void Jump(TimeSpan time) => Interlocked.Add(ref _offset, time.Ticks);

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref _offset));
}
