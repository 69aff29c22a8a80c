using System.Buffers;
using System.Text;

namespace Restoration.Items;

/// <summary>
/// The key of an appointment that has lost its ids: what makes two entries of a calendar the same appointment for its owner.
/// Body, attendees, place and categories are differences, not identity.
/// </summary>
/// <param name="Subject">The subject.</param>
/// <param name="Start">When it starts.</param>
/// <param name="End">When it ends.</param>
/// <param name="IsAllDay">Whether it lasts whole days.</param>
/// <param name="RecurrenceId">The original start of an override, as <see cref="ItemKey.RecurrenceId"/> has it.</param>
/// <param name="Recurrence">The canonical recurrence: upper case, parts in order, the zone's tz database name; null for single appointments.</param>
/// <param name="Organizer">The organizer's address, if it is a meeting.</param>
/// <param name="IsCancelled">Whether it was cancelled.</param>
public readonly record struct NaturalKey(
    string Subject,
    CalendarTime? Start,
    CalendarTime? End,
    bool IsAllDay,
    string? RecurrenceId,
    string? Recurrence,
    string? Organizer,
    bool IsCancelled)
{
    private const int UsualLength = 512;
    private const int LongestInUtf8 = 3;

    /// <summary>The digest.</summary>
    public ContentHash ToHash()
    {
        string subject = Subject.Trim().Normalize(NormalizationForm.FormC);
        int texts = subject.Length + (RecurrenceId?.Length ?? 0) + (Recurrence?.Length ?? 0) + (Organizer?.Length ?? 0);
        byte[] lines = ArrayPool<byte>.Shared.Rent(UsualLength + (LongestInUtf8 * texts));
        int length = 0;
        Line(lines, ref length, "v1");
        Line(lines, ref length, subject);
        Moment(lines, ref length, Start);
        Moment(lines, ref length, End);
        Line(lines, ref length, IsAllDay ? "all-day" : "timed");
        Line(lines, ref length, RecurrenceId is not null ? "override " : Recurrence is not null ? "series" : "single", RecurrenceId);
        Line(lines, ref length, Recurrence ?? "");
        Line(lines, ref length, Organizer?.ToLowerInvariant() ?? "");
        Line(lines, ref length, IsCancelled ? "cancelled" : "");
        ContentHash hash = ContentHash.Of(lines.AsSpan(0, length));
        ArrayPool<byte>.Shared.Return(lines);
        return hash;
    }

    // An instant, whatever zone it was written in; a date or floating time as it stands.
    private void Moment(Span<byte> lines, ref int length, CalendarTime? time)
    {
        if (time is { } value)
        {
            DateTime moment = !IsAllDay && value.Instant is { } instant ? instant.UtcDateTime : value.Local;
            Digits(lines, ref length, moment.Year, 4);
            Digits(lines, ref length, (moment.Month * 100) + moment.Day, 4);
            if (!IsAllDay)
            {
                lines[length++] = (byte)'T';
                Digits(lines, ref length, (moment.Hour * 10_000) + (moment.Minute * 100) + moment.Second, 6);
            }

            if (!IsAllDay && value.Instant is not null)
            {
                lines[length++] = (byte)'Z';
            }
        }

        lines[length++] = (byte)'\n';
    }

    private static void Digits(Span<byte> lines, ref int length, int number, int count)
    {
        for (int index = count - 1; index >= 0; index--)
        {
            lines[length + index] = (byte)('0' + (number % 10));
            number /= 10;
        }

        length += count;
    }

    private static void Line(Span<byte> lines, ref int length, string text, string? rest = null)
    {
        length += Encoding.UTF8.GetBytes(text, lines[length..]);
        length += Encoding.UTF8.GetBytes(rest, lines[length..]);
        lines[length++] = (byte)'\n';
    }
}
