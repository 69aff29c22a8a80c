using System.Text;
using Restoration.Formats.ICalendar;
using Restoration.Formats.Mime;
using Restoration.Items;
using Restoration.Sources;

namespace Restoration.Formats.Mailboxes;

/// <summary>Components of a calendar where only messages can stand: each is the body of one, and reading makes the component of it again.</summary>
internal static class CalendarEntity
{
    private const string ContentType = "text/calendar; charset=utf-8";

    private static readonly ICalendarFormat Format = new();

    /// <summary>Whether a message that was read is one of them.</summary>
    public static bool Is(MessageState state, MimeHeaders headers)
        => state.ItemClass is ItemClasses.Appointment or ItemClasses.Task or ItemClasses.Journal or ItemClasses.Other
            && headers.Find("Content-Type"u8) is { } type && HeaderParameters.Parse(type.Value).Value == "text/calendar"
            && headers.Find("From"u8) is null;

    /// <summary>The component as a message.</summary>
    public static async ValueTask<byte[]> WrapAsync(Item item, MailboxInfo info, CancellationToken cancellation)
    {
        using MemoryStream text = new();
        text.Write(Encoding.ASCII.GetBytes($"Content-Type: {ContentType}\r\n\r\n"));
        await WriteAsync(item, text, new CalendarInfo(), info, cancellation).ConfigureAwait(false);
        return text.ToArray();
    }

    /// <summary>The component as a calendar of its own.</summary>
    public static async ValueTask WriteAsync(Item item, Stream stream, CalendarInfo calendar, MailboxInfo info, CancellationToken cancellation)
    {
        IItemWriter writer = Format.OpenWriter(stream, calendar, new WriteOptions { WrittenAt = info.TakenAt });
        await using (writer.ConfigureAwait(false))
        {
            await writer.WriteAsync(item, cancellation).ConfigureAwait(false);
            await writer.CompleteAsync(cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Opens the body of such a message.</summary>
    public static IItemReader Open(ReadOnlyMemory<byte> body, string fileName, ReadLimits limits)
        => Format.OpenReader(new MemoryStream(body.ToArray()), new ReadOptions { FileName = fileName, Limits = limits });
}
