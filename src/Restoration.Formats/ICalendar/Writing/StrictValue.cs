using System.Buffers;
using System.Text;
using Restoration.Formats.ICalendar.Components;
using Restoration.Formats.ICalendar.Values;

namespace Restoration.Formats.ICalendar.Writing;

/// <summary>Finds values that are not as RFC 5545 has them, and writes them as it has them, with the same meaning.</summary>
internal static class StrictValue
{
    private static readonly SearchValues<byte> Special = SearchValues.Create("\\;,"u8);

    /// <summary>Whether a text is escaped as it should be (§3.3.11).</summary>
    /// <param name="raw">The value.</param>
    /// <param name="isList">Whether commas separate.</param>
    public static bool IsText(ReadOnlySpan<byte> raw, bool isList)
    {
        while (true)
        {
            int next = raw.IndexOfAny(Special);
            if (next < 0)
            {
                return true;
            }

            if (raw[next] == '\\')
            {
                if (next + 1 == raw.Length || raw[next + 1] is not ((byte)'\\' or (byte)';' or (byte)',' or (byte)'n' or (byte)'N'))
                {
                    return false;
                }

                next++;
            }
            else if (raw[next] == ';' || !isList)
            {
                return false;
            }

            raw = raw[(next + 1)..];
        }
    }

    /// <summary>A text escaped as it should be.</summary>
    public static string Text(ReadOnlySpan<byte> raw, bool isList)
        => isList ? string.Join(',', TextValue.DecodeList(raw).Select(TextValue.Encode)) : TextValue.Encode(TextValue.Decode(raw));

    /// <summary>
    /// A date property as it should be (§3.3.4, §3.3.5, §3.2.19): VALUE=DATE on dates and only there, TZID on neither dates
    /// nor UTC, time stamps in UTC. Null if it is so already, or no date at all.
    /// </summary>
    public static string? Time(Component component, in ContentLine line)
    {
        ReadOnlySpan<byte> value = component.Value(in line);
        if (line.Property is PropertyId.ExceptionDates or PropertyId.RecurrenceDates)
        {
            return TimeSet(component, in line);
        }

        if (!TimeValue.TryParse(value, out TimeValue time))
        {
            return null;
        }

        bool isStamp = line.Property is PropertyId.Created or PropertyId.LastModified or PropertyId.Stamp or PropertyId.Completed;
        if (isStamp && !time.IsUtc && !line.HasParameters)
        {
            return $"{Encoding.ASCII.GetString(component.NameOf(in line))}:{new TimeValue(time.Local, IsDate: false, IsUtc: true)}";
        }

        return time.IsExact && HasRightParameters(component, in line, time) ? null : Rewrite(component, in line, time, time.ToString());
    }

    /// <summary>Whether a date property is written without the zone that it names, because it holds dates or UTC.</summary>
    public static bool DropsZone(Component component, in ContentLine line)
    {
        ReadOnlySpan<byte> first = component.Value(in line);
        return PropertyDefinition.Of(line.Property).Kind is ValueKind.Time or ValueKind.TimeSet
            && TextValue.TryTake(ref first, out ReadOnlySpan<byte> value)
            && TimeValue.TryParse(value, out TimeValue time)
            && (time.IsDate || time.IsUtc);
    }

    private static string? TimeSet(Component component, in ContentLine line)
    {
        ReadOnlySpan<byte> rest = component.Value(in line);
        TimeValue? first = null;
        bool isRight = true;
        List<string> values = [];
        while (TextValue.TryTake(ref rest, out ReadOnlySpan<byte> raw))
        {
            int length = StartLength(raw);
            if (!TimeValue.TryParse(raw[..length], out TimeValue time) || (first is { } begun && (begun.IsDate != time.IsDate || begun.IsUtc != time.IsUtc)))
            {
                return null;
            }

            first = time;
            isRight &= time.IsExact;
            values.Add(time + Encoding.UTF8.GetString(raw[length..]));
        }

        return first is not { } kind
            || ((kind.IsDate || kind.IsUtc) && HasLocalEnd(component.Value(in line)))
            || (isRight && HasRightParameters(component, in line, kind))
            ? null
            : Rewrite(component, in line, kind, string.Join(',', values));
    }

    // Behind a start that needs no zone a PERIOD may end at a time that does.
    private static bool HasLocalEnd(ReadOnlySpan<byte> list)
    {
        while (TextValue.TryTake(ref list, out ReadOnlySpan<byte> raw))
        {
            int length = StartLength(raw);
            if (length < raw.Length && TimeValue.TryParse(raw[(length + 1)..], out TimeValue end) && !end.IsDate && !end.IsUtc)
            {
                return true;
            }
        }

        return false;
    }

    // Up to the slash of a PERIOD.
    private static int StartLength(ReadOnlySpan<byte> raw) => raw.IndexOf((byte)'/') is >= 0 and int slash ? slash : raw.Length;

    private static bool HasRightParameters(Component component, in ContentLine line, TimeValue time)
    {
        if (!line.HasParameters)
        {
            return !time.IsDate;
        }

        bool saysDate = false;
        ParameterReader parameters = new(component.Parameters(in line));
        while (parameters.MoveNext())
        {
            saysDate |= parameters.Is("VALUE"u8) && Ascii.EqualsIgnoreCase(QuotedText.Unquote(parameters.Values), "DATE"u8);
            if (IsNoZone(component, in line, in parameters, time))
            {
                return false;
            }
        }

        return saysDate == time.IsDate;
    }

    // The first TZID counts: if it is empty, one behind it names the zone no more than it did.
    private static bool IsNoZone(Component component, in ContentLine line, in ParameterReader parameter, TimeValue time)
        => parameter.Is("TZID"u8)
            && (time.IsDate
                || time.IsUtc
                || parameter.Values.Trim((byte)' ').IsEmpty
                || ParameterReader.Find(component.Parameters(in line), "TZID"u8).Trim((byte)' ').IsEmpty);

    private static string Rewrite(Component component, in ContentLine line, TimeValue time, string value)
    {
        StringBuilder text = new(Encoding.ASCII.GetString(component.NameOf(in line)));
        ParameterReader parameters = new(component.Parameters(in line));
        while (parameters.MoveNext())
        {
            bool isType = parameters.Is("VALUE"u8) && !Ascii.EqualsIgnoreCase(QuotedText.Unquote(parameters.Values), "PERIOD"u8);
            if (!isType && !IsNoZone(component, in line, in parameters, time))
            {
                text.Append(';').Append(Encoding.UTF8.GetString(parameters.Name)).Append(parameters.HasValues ? "=" : "").Append(Encoding.UTF8.GetString(parameters.Values));
            }
        }

        return text.Append(time.IsDate ? ";VALUE=DATE:" : ":").Append(value).ToString();
    }
}
