using System.Buffers;
using System.Text;
using Restoration.Formats.ICalendar.Components;
using Restoration.Formats.ICalendar.Values;
using Restoration.Items;

namespace Restoration.Formats.Json.Events;

/// <summary>
/// Whether a member can say all that a property says. What it cannot is written as the property is, so that nothing is lost.
/// </summary>
internal static class MemberFit
{
    private const int MostDigits = 9;

    private static readonly SearchValues<byte> Special = SearchValues.Create("\\;,\0\x01\x02\x03\x04\x05\x06\a\b\v\f\x0E\x0F\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1A\x1B\x1C\x1D\x1E\x1F\x7F"u8);

    /// <summary>Whether the member of a property can hold it.</summary>
    /// <param name="member">The member.</param>
    /// <param name="component">The component.</param>
    /// <param name="line">The property.</param>
    /// <param name="item">The item.</param>
    public static bool Holds(MemberDefinition member, Component component, in ContentLine line, Item item)
    {
        ReadOnlySpan<byte> value = component.Value(in line);
        return member.Kind switch
        {
            MemberKind.Recurrence => RecurrenceJson.Fits(component, in line),
            MemberKind.Texts => !line.HasParameters && value.IndexOfAnyExcept((byte)' ', (byte)',') >= 0,
            _ when !ParameterJson.Fits(component, in line) => false,
            MemberKind.Html => IsHtml(component, in line) && IsExactText(value),
            MemberKind.Number => IsNumber(value),
            MemberKind.Time => TimeValue.TryParse(value, out _),
            MemberKind.Instant => TimeValue.TryParse(value, out TimeValue time) && time is { IsUtc: true, IsDate: false } && TimeJson.ZoneOf(component, in line).IsEmpty,
            MemberKind.Word => !MemberWords.WordOf(member.Member, value).IsEmpty,
            MemberKind.AllDay => !line.HasParameters && IsAllDay(value, item),
            MemberKind.Attachments => AttachmentJson.Fits(component, in line),
            _ => true,
        };
    }

    /// <summary>Whether a text has the one escape that each character needs and no other, so that its raw form comes back.</summary>
    private static bool IsExactText(ReadOnlySpan<byte> raw)
    {
        while (true)
        {
            int next = raw.IndexOfAny(Special);
            if (next < 0)
            {
                return true;
            }

            if (raw[next] != '\\' || next + 1 == raw.Length || raw[next + 1] is not ((byte)'\\' or (byte)';' or (byte)',' or (byte)'n'))
            {
                return false;
            }

            raw = raw[(next + 2)..];
        }
    }

    private static bool IsHtml(Component component, in ContentLine line)
        => line.HasParameters
            && Ascii.EqualsIgnoreCase(ParameterReader.Find(component.Parameters(in line), "FMTTYPE"u8), "text/html"u8);

    private static bool IsNumber(ReadOnlySpan<byte> value)
        => value.Length is > 0 and <= MostDigits
            && !value.ContainsAnyExceptInRange((byte)'0', (byte)'9')
            && (value[0] != '0' || value.Length == 1);

    // A date says it itself; then the property says something of its own, and stays.
    private static bool IsAllDay(ReadOnlySpan<byte> value, Item item)
        => Ascii.EqualsIgnoreCase(value, "TRUE"u8) ? item is { IsAllDay: true, Start.Kind: not TimeKind.Date }
            : Ascii.EqualsIgnoreCase(value, "FALSE"u8) && !item.IsAllDay;
}
