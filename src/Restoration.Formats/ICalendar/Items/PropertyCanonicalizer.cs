using System.Text;
using Restoration.Formats.ICalendar.Components;
using Restoration.Formats.ICalendar.Values;
using Restoration.Formats.ICalendar.Zones;
using Restoration.Formats.Recurrence;
using Restoration.Items;

namespace Restoration.Formats.ICalendar.Items;

/// <summary>
/// Brings properties into the one form that equal ones share: upper-case names, parameters sorted, times as instant and zone,
/// texts decoded, lists as sets; what only repeats a default is left out.
/// </summary>
/// <param name="lines">Where they go.</param>
internal sealed class PropertyCanonicalizer(CanonicalLines lines)
{
    private readonly ParameterCanonicalizer _parameters = new();
    private readonly byte[] _time = new byte[16];

    /// <summary>Writes one property; a list becomes a line for each of its values.</summary>
    public void Write(Component component, in ContentLine line, ZoneScope zones)
    {
        PropertyDefinition definition = PropertyDefinition.Of(line.Property);
        ReadOnlySpan<byte> value = component.Value(in line);
        if (definition.Default.Length > 0 && Ascii.EqualsIgnoreCase(value.Trim((byte)' '), definition.Default))
        {
            return;
        }

        switch (definition.Kind)
        {
            case ValueKind.Text when value.IsEmpty:
                // An empty text and none are the same to everybody.
                break;
            case ValueKind.TextSet:
                while (TextValue.TryTake(ref value, out ReadOnlySpan<byte> text))
                {
                    WriteName(component, in line, definition);
                    AppendText(text);
                    lines.EndLine(definition.Part);
                }

                break;
            case ValueKind.TimeSet:
                NamedZone? zone = TimeReader.ZoneOf(component, in line, zones);
                while (TextValue.TryTake(ref value, out ReadOnlySpan<byte> time))
                {
                    WriteName(component, in line, definition);
                    AppendMoment(time, zone);
                    lines.EndLine(definition.Part);
                }

                break;
            default:
                WriteName(component, in line, definition);
                AppendValue(component, in line, definition, value, zones);
                lines.EndLine(definition.Part);
                break;
        }
    }

    /// <summary>Writes a property whose time is known already.</summary>
    public void Write(PropertyId property, ZonedTime time)
    {
        PropertyDefinition definition = PropertyDefinition.Of(property);
        lines.Append(definition.Name);
        lines.Append(CanonicalLines.ValueMark);
        AppendTime(time.Time, time.Zone);
        lines.EndLine(definition.Part);
    }

    private void WriteName(Component component, in ContentLine line, PropertyDefinition definition)
    {
        if (definition.Id == PropertyId.Unknown)
        {
            lines.AppendUpper(component.NameOf(in line));
        }
        else
        {
            lines.Append(definition.Name);
        }

        if (line.HasParameters)
        {
            lines.Append(_parameters.Write(component.Parameters(in line), definition));
        }

        lines.Append(CanonicalLines.ValueMark);
    }

    private void AppendValue(Component component, in ContentLine line, PropertyDefinition definition, ReadOnlySpan<byte> value, ZoneScope zones)
    {
        switch (definition.Kind)
        {
            case ValueKind.Text:
                AppendText(value);
                break;
            case ValueKind.Time when TimeReader.Read(component, in line, zones) is { } time:
                // COMPLETED has to be in UTC, and is written so.
                AppendTime(definition.Id == PropertyId.Completed && time.Time.Kind == TimeKind.Floating ? CalendarTime.OfUtc(time.Time.Local) : time.Time, time.Zone);
                break;
            case ValueKind.Rule when RecurrenceRule.TryParse(Encoding.UTF8.GetString(value), out RecurrenceRule? rule, out _):
                lines.Append(Encoding.UTF8.GetBytes(rule.ToCanonical()));
                break;
            case ValueKind.Keyword when definition.Id is PropertyId.Trigger or PropertyId.Duration && DurationValue.TryParse(value, out DurationValue duration):
                lines.Append(Encoding.ASCII.GetBytes($"{duration.Days}d{duration.Exact.Ticks / TimeSpan.TicksPerSecond}s"));
                break;
            case ValueKind.Keyword or ValueKind.Rule or ValueKind.Time or ValueKind.Address:
                lines.AppendUpper(value.Trim((byte)' '));
                break;
            default:
                lines.AppendClean(value);
                break;
        }
    }

    private void AppendText(ReadOnlySpan<byte> raw)
    {
        Span<byte> text = lines.Reserve(raw.Length);
        int length = TextValue.Decode(raw, text);
        if (ControlCharacters.IsIn(text[..length], keepsLineFeeds: true))
        {
            length = ControlCharacters.Clean(text[..length], text, keepsLineFeeds: true);
        }

        lines.GiveBack(raw.Length - length);
    }

    // One of RDATE or EXDATE: the instant, for a PERIOD the length too (RFC 5545 §3.3.9).
    private void AppendMoment(ReadOnlySpan<byte> raw, NamedZone? zone)
    {
        int slash = raw.IndexOf((byte)'/');
        if (!TimeValue.TryParse(slash < 0 ? raw : raw[..slash], out TimeValue value))
        {
            lines.AppendUpper(raw);
            return;
        }

        CalendarTime start = TimeReader.Resolve(in value, zone);
        AppendInstant(start);
        if (slash >= 0 && PeriodEnd.TryRead(raw[(slash + 1)..], new ZonedTime(start, zone), out CalendarTime end))
        {
            lines.Append((byte)'/');
            AppendInstant(end);
        }
    }

    private void AppendTime(CalendarTime time, NamedZone? zone)
    {
        AppendInstant(time);
        if (zone is not null && zone.Identity != "Etc/UTC")
        {
            lines.Append((byte)'@');
            lines.Append(zone.IdentityBytes);
        }
    }

    private void AppendInstant(CalendarTime time)
    {
        TimeValue value = time.Instant is { } instant
            ? new TimeValue(instant.UtcDateTime, IsDate: false, IsUtc: true)
            : new TimeValue(time.Local, time.Kind == TimeKind.Date, IsUtc: false);
        lines.Append(_time.AsSpan(0, value.Write(_time)));
    }
}
