using Restoration.Formats.TimeZones;

namespace Restoration.Formats.Tests.TimeZones;

public class ZoneNameCacheTests
{
    private static readonly CalendarTimeZone Zone = new FixedTimeZone(TimeSpan.Zero, null);

    [Fact]
    public void A_name_is_looked_up_once_and_then_found_without_allocating()
    {
        int asked = 0;
        ZoneNameCache cache = new(_ =>
        {
            asked++;
            return Zone;
        });
        cache.Find("Europe/Berlin");
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int time = 0; time < 1000; time++)
        {
            cache.Find("Europe/Berlin");
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.Equal(1, asked);
    }

    [Fact]
    public void What_nobody_knows_is_remembered_too()
    {
        int asked = 0;
        ZoneNameCache cache = new(_ =>
        {
            asked++;
            return null;
        });

        Assert.Null(cache.Find("Nowhere"));
        Assert.Null(cache.Find("Nowhere"));
        Assert.Equal(1, asked);
    }

    [Fact]
    public void However_many_names_come_each_gets_its_own_answer()
    {
        Dictionary<string, CalendarTimeZone> zones = Enumerable.Range(0, 20_000)
            .ToDictionary(number => $"Zone {number}", number => (CalendarTimeZone)new FixedTimeZone(TimeSpan.FromSeconds(number), null));
        ZoneNameCache cache = new(name => zones[name]);

        foreach (string name in zones.Keys.Concat(zones.Keys))
        {
            Assert.Same(zones[name], cache.Find(name));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(257)]
    [InlineData(1_000_000)]
    public void What_cannot_be_a_name_is_not_even_looked_up(int length)
    {
        ZoneNameCache cache = new(_ => throw new InvalidOperationException("It was looked up."));

        Assert.Null(cache.Find(new string('x', length)));
    }
}
