namespace Restoration.Console.Verbs.Demo;

/// <summary>A clock that shows the day that the samples are of: a backup has to be from before a loss to be of use.</summary>
internal sealed class DemoClock(TimeProvider clock) : TimeProvider
{
    private DateTimeOffset _moment;
    private long _since;

    public override TimeZoneInfo LocalTimeZone => clock.LocalTimeZone;

    public override long TimestampFrequency => clock.TimestampFrequency;

    /// <summary>Moves it on to a moment, from which it runs; never back.</summary>
    public void MoveTo(DateTimeOffset moment)
    {
        DateTimeOffset now = GetUtcNow();
        _moment = moment > now ? moment : now;
        _since = clock.GetTimestamp();
    }

    public override DateTimeOffset GetUtcNow() => _moment + clock.GetElapsedTime(_since);

    public override long GetTimestamp() => clock.GetTimestamp();
}
