using Restoration.Sources.AuditLog;

namespace Restoration.Tests.Sources.AuditLog;

public sealed class ExchangeIdTests
{
    private const string Item = "RgAAAADFQfS0nuYeRJYvbUzcSkV8BwAyvQC+7F1UR4cEmOL/orypAAAAAAENAAAyvQC+7F1UR4cEmOL/orypAARRtCr8AAAP";
    private const string Calendar = "LgAAAADFQfS0nuYeRJYvbUzcSkV8AQAyvQC+7F1UR4cEmOL/orypAAAAAAENAAAC";
    private const string Inbox = "LgAAAADFQfS0nuYeRJYvbUzcSkV8AQAyvQC+7F1UR4cEmOL/orypAAAAAAEMAAAB";
    private const string Immutable = "LgAAAAAdhAMRqmYRzZvIAKoAL8RaDQAyvQC+7F1UR4cEmOL/orypAAYgXk+LAAAP";

    private static readonly Guid Mailbox = new("26286ffa-073d-45ff-9fe9-539891984d69");

    [Theory]
    [InlineData(Item, 0x0F, false, false, true, false)]
    [InlineData(Calendar, 0x02, true, true, false, false)]
    [InlineData(Inbox, 0x01, true, false, false, false)]
    [InlineData(Immutable, 0x0F, false, false, true, true)]
    public void Says_what_it_is_the_id_of(string text, byte type, bool isFolder, bool isCalendarFolder, bool isCalendarItem, bool isImmutable)
    {
        ExchangeId id = Parse(text);

        Assert.Equal(
            (type, isFolder, isCalendarFolder, isCalendarItem, isImmutable), (id.Type, id.IsFolder, id.IsCalendarFolder, id.IsCalendarItem, id.IsImmutable));
    }

    [Theory]
    [InlineData(Item)]
    [InlineData(Calendar)]
    [InlineData(Immutable)]
    public void The_EntryID_and_the_type_make_the_same_id_again(string text)
    {
        ExchangeId id = Parse(text);

        Assert.Equal(text, id.ToString());
        Assert.Equal(text, ExchangeId.FromEntryId(id.EntryId.Span, id.Type).ToString());
        Assert.Equal(Convert.ToHexString(Convert.FromBase64String(text)[1..^1]), id.ToEntryIdText());
    }

    [Fact]
    public void An_item_carries_its_folder_as_recoverable_items_name_it()
    {
        Assert.Equal("32BD00BEEC5D5447870498E2FFA2BCA900000000010D", Parse(Item).LastParentFolderId);
        Assert.Equal(Parse(Item).LastParentFolderId, Parse(Calendar).LastParentFolderId);
        Assert.NotEqual(Parse(Item).LastParentFolderId, Parse(Inbox).LastParentFolderId);
        Assert.Null(Parse(Immutable).LastParentFolderId);
    }

    [Fact]
    public void The_id_of_Graph_is_made_of_the_mailbox_and_the_EntryID()
    {
        string graph = Parse(Item).ToGraphId(Mailbox);
        byte[] bytes = Convert.FromBase64String(graph.Replace('-', '/').Replace('_', '+'));

        Assert.StartsWith("AAMkADI2Mjg2ZmZhLTA3M2QtNDVmZi05ZmU5LTUzOTg5MTk4NGQ2OQBGAAAA", graph, StringComparison.Ordinal);
        Assert.Equal(113, bytes.Length);
        Assert.Equal(Parse(Item).EntryId.ToArray(), bytes[43..]);
        Assert.DoesNotContain('+', graph);
        Assert.DoesNotContain('/', graph);
    }

    [Fact]
    public void The_immutable_id_of_Graph_needs_no_mailbox()
        => Assert.Equal("AAkALgAAAAAAHYQDEapmEc2byACqAC-EWg0AMr0AvuxdVEeHBJji-6K8qQAGIF5PiwAA", Parse(Immutable).ToGraphId(default));

    [Fact]
    public void The_alphabet_of_Graph_is_the_other_way_round_than_the_standard()
    {
        byte[] entryId = [.. Enumerable.Repeat((byte)0xFB, 24), .. Enumerable.Repeat((byte)0xFF, 24)];

        string graph = ExchangeId.FromEntryId(entryId, 0x0F).ToGraphId(Mailbox);

        Assert.Contains("-----", graph, StringComparison.Ordinal);
        Assert.Contains('_', graph);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("42")]
    [InlineData("no base64 at all!")]
    [InlineData("RgAAAADFQfS0nuYeRJYvbUzcSkV8")]
    [InlineData("AAMkADI2Mjg2ZmZhLTA3M2QtNDVmZi05ZmU5LTUzOTg5MTk4NGQ2OQBGAAAA")]
    [InlineData("RwAAAADFQfS0nuYeRJYvbUzcSkV8BwAyvQC+7F1UR4cEmOL/orypAAAAAAENAAAyvQC+7F1UR4cEmOL/orypAARRtCr8AAAP")]
    public void What_is_no_id_is_refused(string? text) => Assert.False(ExchangeId.TryParse(text, out _));

    [Fact]
    public void Endless_text_is_refused() => Assert.False(ExchangeId.TryParse(new string('A', 1 << 20), out _));

    private static ExchangeId Parse(string text)
    {
        Assert.True(ExchangeId.TryParse(text, out ExchangeId? id));
        return id;
    }
}
