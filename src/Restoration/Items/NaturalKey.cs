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
    /// <summary>The digest.</summary>
    public ContentHash ToHash()
    {
        ArrayBufferWriter<byte> lines = new(256);
        Line(lines, "v1");
        Line(lines, Subject.Trim().Normalize(NormalizationForm.FormC));
        Line(lines, Moment(Start));
        Line(lines, Moment(End));
        Line(lines, IsAllDay ? "all-day" : "timed");
        Line(lines, RecurrenceId is not null ? $"override {RecurrenceId}" : Recurrence is not null ? "series" : "single");
        Line(lines, Recurrence ?? "");
        Line(lines, Organizer?.ToLowerInvariant() ?? "");
        Line(lines, IsCancelled ? "cancelled" : "");
        return ContentHash.Of(lines.WrittenSpan);
    }

    // An instant, whatever zone it was written in; a date or floating time as it stands.
    private string Moment(CalendarTime? time) => time switch
    {
        null => "",
        { } value when IsAllDay => value.Local.ToString("yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture),
        { Instant: { } instant } => instant.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", System.Globalization.CultureInfo.InvariantCulture),
        { } value => value.Local.ToString("yyyyMMdd'T'HHmmss", System.Globalization.CultureInfo.InvariantCulture),
    };

    private static void Line(ArrayBufferWriter<byte> lines, string text)
    {
        Encoding.UTF8.GetBytes(text, lines);
        lines.Write("\n"u8);
    }
}
