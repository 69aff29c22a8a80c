using System.Text;
using Restoration.Items;

namespace Restoration.Tests.Items;

public sealed class ItemDigestsTests
{
    private static readonly byte[] Content = Encoding.ASCII.GetBytes("BEGIN:VEVENT\r\nEND:VEVENT\r\n");
    private static readonly ContentHash Comparison = ContentHash.Of("compared"u8);

    private int _asked;

    [Fact]
    public void Are_worked_out_once_and_only_when_somebody_asks()
    {
        Item item = Deferred();
        Assert.Equal(0, _asked);
        Assert.Equal(Comparison, item.ComparisonHash);
        Assert.Equal(ContentHash.Of(Content), item.ContentHash);
        Assert.Equal(1, _asked);
    }

    [Fact]
    public void Are_the_same_whether_known_or_worked_out()
    {
        Item known = new() { ItemClass = ItemClasses.Appointment, Key = new ItemKey { Uid = "u1" }, ContentHash = ContentHash.Of(Content), ComparisonHash = Comparison };
        Assert.Equal(known, Deferred() with { Content = default });
        Assert.Equal(known.GetHashCode(), (Deferred() with { Content = default }).GetHashCode());
        Assert.NotEqual(known, known with { ComparisonHash = default });
        Assert.NotEqual(known, known with { ContentHash = default });
    }

    [Fact]
    public void Are_known_once_the_content_is_dropped()
    {
        Item item = Deferred() with { Content = default };
        Assert.Equal(1, _asked);
        Assert.Equal(Comparison, item.ComparisonHash);
        Assert.Equal(ContentHash.Of(Content), item.ContentHash);
        Assert.Equal(1, _asked);
    }

    [Fact]
    public void Are_the_same_for_threads_that_ask_at_once()
    {
        Item[] items = [.. Enumerable.Range(0, 1_000).Select(_ => Deferred())];
        Parallel.For(0, items.Length * 4, i => Assert.Equal(Comparison, items[i / 4].ComparisonHash));
        Assert.InRange(_asked, items.Length, items.Length * 4);
    }

    private Item Deferred() => new(ItemClasses.Appointment, new ItemKey { Uid = "u1" }, new ItemDigests(Content, Compare)) { Content = Content };

    private ContentHash Compare(ReadOnlyMemory<byte> content)
    {
        Interlocked.Increment(ref _asked);
        return content.Span.SequenceEqual(Content) ? Comparison : default;
    }
}
