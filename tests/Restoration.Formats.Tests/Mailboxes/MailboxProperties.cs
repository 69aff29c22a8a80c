using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Restoration.Failures;
using Restoration.Formats.Messages;
using Restoration.Formats.Tests.Messages;
using Restoration.Formats.Tests.Properties;
using Restoration.Items;

namespace Restoration.Formats.Tests.Mailboxes;

/// <summary>What holds for every message, and for every file that says to be a mailbox.</summary>
public sealed class MailboxProperties
{
    // What messages, boundaries between them and our own lines are made of.
    private static readonly string[] Pieces =
    [
        "From ", "From a@b.c Tue Nov  3 09:00:00 2026", ">From ", ">>From x", "\n", "\r\n", "\r", "\n\n", "Subject: x", "Message-ID: <1@x>", "Status: O", "X-Gmail-Labels: Unread,Work",
        "Content-Type: multipart/mixed; boundary=b", "--b", "--b--", "Content-Type: text/calendar", "X-Restoration-Item: 1; IPM.Note", "X-Restoration-Item: 1; IPM.Appointment",
        "X-Restoration-Mime-Size: 5", "X-Restoration-Folder: a", ": ", " ", "\t", "\0", "\u00ff", "=?utf-8?B?w7w=?=", "{", "[", "\"mime\":", "\"value\":[", "]", "}", ",", "BEGIN:VCARD", "END:VCARD", "BEGIN:VCALENDAR", "body",
    ];

    private static readonly string[] Categories = ["Red", "a, b", "Größe", "x%20y"];

    private static Gen<string> Texts => from pieces in Gen.Elements(Pieces).ListOf() select string.Concat(pieces);

    private static Gen<MessageState> States =>
        from read in Gen.Elements<bool?>(null, true, false)
        from flag in Gen.Elements<FlagStatus?>(null, FlagStatus.NotFlagged, FlagStatus.Flagged, FlagStatus.Complete)
        from importance in Gen.Elements<Importance?>(null, Importance.Low, Importance.High)
        from marks in Gen.Choose(-1, 15)
        from categories in Gen.SubListOf(Categories)
        from received in Gen.Elements<DateTimeOffset?>(null, DateTimeOffset.UnixEpoch, new DateTimeOffset(2026, 11, 3, 9, 0, 0, TimeSpan.Zero))
        from uid in Gen.Elements(null, "copy 1")
        select new MessageState
        {
            IsRead = read,
            Flag = flag,
            Importance = importance,
            Marks = marks < 0 ? null : (MessageMarks)marks,
            Categories = categories.Count == 0 ? null : [.. categories],
            Received = received,
            Uid = uid,
        };

    private static Gen<Item> Items => from text in Texts from state in States select MessageFactory.Create(state, Encoding.Latin1.GetBytes(text));

    [Theory]
    [InlineData("EML")]
    [InlineData("MBOX")]
    [InlineData("Maildir")]
    [InlineData("JSON")]
    public void Every_message_comes_back_byte_for_byte_with_its_state(string format)
        => Prop.ForAll(Items.Two().ToArbitrary(), (pair) =>
        {
            Item[] items = [pair.Item1, pair.Item2];
            IReadOnlyList<Item> read = MailboxFile.Read(MailboxFile.Write(format, items.Select(item => ("Inbox", item)))).Items;
            return read.Select(Essence).Order(StringComparer.Ordinal).SequenceEqual(items.Select(Essence).Order(StringComparer.Ordinal));
        }).CheckSeeded();

    [Theory]
    [InlineData("a.eml")]
    [InlineData("a.mbox")]
    [InlineData("cur/a:2,S")]
    [InlineData("a.json")]
    [InlineData("a.vcf")]
    public void Whatever_is_in_a_file_it_is_read_or_refused_with_a_reason(string path)
        => Prop.ForAll(Texts.ToArbitrary(), text =>
        {
            try
            {
                return MailboxFile.Read(path, text).Items.All(item => Mail.Codec.Read(item.Content).ContentHash == item.ContentHash);
            }
            catch (RestorationException refused)
            {
                return refused.Message.Length > 0;
            }
        }).CheckSeeded();

    [Fact]
    public void A_merge_is_done_once() => Prop.ForAll(Items.Two().ToArbitrary(), pair =>
    {
        Item merged = Mail.Codec.Merge(pair.Item1, pair.Item2, null);
        return Mail.Codec.Merge(merged, pair.Item2, null).ComparisonHash == merged.ComparisonHash;
    }).CheckSeeded();

    // The message as it is, and what it comes to with what is known of it.
    private static string Essence(Item item)
    {
        OpenMessage open = OpenMessage.Open(item);
        return $"{Encoding.Latin1.GetString(open.Mime.Span)}|{item.ComparisonHash}|{item.Key.Uid}|{open.Effective.Received:O}";
    }
}
