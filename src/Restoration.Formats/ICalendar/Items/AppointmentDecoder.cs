using System.Buffers.Text;
using System.Text;
using Restoration.Formats.ICalendar.Components;
using Restoration.Formats.ICalendar.Values;
using Restoration.Formats.ICalendar.Zones;
using Restoration.Items;

namespace Restoration.Formats.ICalendar.Items;

/// <summary>Reads the parts of an appointment by name. What has no name, or does not fit its name, stays among the other properties.</summary>
internal static class AppointmentDecoder
{
    /// <summary>Reads a component.</summary>
    public static Appointment Decode(PropertyIndex properties, ZoneScope zones)
    {
        Component component = properties.Component;
        ItemTimes times = ItemTimes.Read(properties, zones);
        bool isOverride = properties.Has(PropertyId.RecurrenceId);
        return new Appointment
        {
            Uid = Text(properties, PropertyId.Uid),
            RecurrenceId = times.RecurrenceId?.Time,
            IsThisAndFuture = isOverride && IsThisAndFuture(component, in properties[PropertyId.RecurrenceId]),
            Subject = Text(properties, PropertyId.Summary) ?? "",
            Body = Text(properties, PropertyId.Description),
            HtmlBody = Text(properties, PropertyId.AltDescription),
            Location = Text(properties, PropertyId.Location),
            Start = times.Start?.Time,
            End = times.End?.Time,
            Duration = ReadDuration(properties),
            IsAllDay = times.IsAllDay,
            Recurrence = RecurrenceReader.Read(properties, zones),
            Organizer = properties.Has(PropertyId.Organizer) ? PeopleReader.ReadAttendee(component, in properties[PropertyId.Organizer]) : null,
            Attendees = ReadAll(component, PropertyId.Attendee, PeopleReader.ReadAttendee),
            Categories = [.. ReadAll(component, PropertyId.Categories, ReadTexts).SelectMany(texts => texts)],
            Alarms = AlarmReader.Read(component),
            Sensitivity = Classification.ReadSensitivity(properties) ?? Sensitivity.Private,
            ShowAs = Classification.ReadShowAs(properties),
            Importance = Classification.ReadImportance(properties),
            Status = Raw(properties, PropertyId.Status),
            Transparency = Raw(properties, PropertyId.Transparency),
            Sequence = ReadSequence(properties),
            Created = ReadInstant(properties, PropertyId.Created, zones),
            LastModified = ReadInstant(properties, PropertyId.LastModified, zones),
            Stamp = ReadInstant(properties, PropertyId.Stamp, zones),
            Attachments = ReadAll(component, PropertyId.Attach, PeopleReader.ReadAttachment),
            Url = Raw(properties, PropertyId.Url),
            ImmutableId = Raw(properties, PropertyId.ImmutableId),
            OtherProperties = ReadOthers(properties, in times, zones),
        };
    }

    /// <summary>SEQUENCE; 0 if it is absent or no number.</summary>
    public static int ReadSequence(PropertyIndex properties)
        => Utf8Parser.TryParse(properties.Value(PropertyId.Sequence).Trim((byte)' '), out int sequence, out _) && sequence > 0 ? sequence : 0;

    /// <summary>DURATION, where it says the end.</summary>
    public static string? ReadDuration(PropertyIndex properties)
        => properties.Has(PropertyId.End) || properties.Has(PropertyId.Due) ? null : Raw(properties, PropertyId.Duration);

    /// <summary>A time stamp; null if it is absent or no time.</summary>
    public static DateTimeOffset? ReadInstant(PropertyIndex properties, PropertyId property, ZoneScope zones)
        => properties.Has(property) ? TimeReader.ReadInstant(properties.Component, in properties[property], zones) : null;

    private delegate T Reader<T>(Component component, in ContentLine line);

    private static List<T> ReadAll<T>(Component component, PropertyId property, Reader<T> read)
    {
        List<T> all = [];
        foreach (ref readonly ContentLine line in component.Lines)
        {
            if (line.Property == property && line is { Depth: 1, Kind: LineKind.Property })
            {
                all.Add(read(component, in line));
            }
        }

        return all;
    }

    private static List<string> ReadTexts(Component component, in ContentLine line) => TextValue.DecodeList(component.Value(in line));

    private static string? Text(PropertyIndex properties, PropertyId property)
        => properties.Has(property) ? TextValue.Decode(properties.Value(property)) : null;

    private static string? Raw(PropertyIndex properties, PropertyId property)
        => properties.Has(property) ? Encoding.UTF8.GetString(properties.Value(property)).Trim() : null;

    private static bool IsThisAndFuture(Component component, in ContentLine line)
        => line.HasParameters && Ascii.EqualsIgnoreCase(ParameterReader.Find(component.Parameters(in line), "RANGE"u8), "THISANDFUTURE"u8);

    private static List<CalendarProperty> ReadOthers(PropertyIndex properties, in ItemTimes times, ZoneScope zones)
    {
        Component component = properties.Component;
        List<CalendarProperty> others = [];
        foreach (ref readonly ContentLine line in component.Lines)
        {
            if (line is { Depth: 1, Kind: LineKind.Property } && !IsNamed(properties, in line, in times, zones))
            {
                others.Add(PropertyReader.Read(component, in line));
            }
        }

        return others;
    }

    // A named part holds the first property of its name only, and only what can be read and has no parameters of its own.
    private static bool IsNamed(PropertyIndex properties, in ContentLine line, in ItemTimes times, ZoneScope zones)
    {
        bool isFirst = properties[line.Property].Start == line.Start;
        return line.Property switch
        {
            PropertyId.Attendee or PropertyId.RecurrenceDates or PropertyId.ExceptionDates => true,
            PropertyId.Categories or PropertyId.RecurrenceRule or PropertyId.ExceptionRule => !line.HasParameters,
            PropertyId.Attach => PeopleReader.ReadAttachment(properties.Component, in line).Uri is not null,
            PropertyId.Start => isFirst && times.Start is not null && HasTimeParametersOnly(properties.Component, in line),
            PropertyId.End or PropertyId.RecurrenceId
                => isFirst && TimeReader.Read(properties.Component, in line, zones) is not null && HasTimeParametersOnly(properties.Component, in line),
            PropertyId.Due or PropertyId.Created or PropertyId.LastModified or PropertyId.Stamp
                => isFirst && TimeReader.Read(properties.Component, in line, zones) is not null,
            PropertyId.Class => isFirst && Classification.ReadSensitivity(properties) is not null,
            PropertyId.BusyStatus => isFirst && Classification.ReadBusyStatus(properties) is not null,
            PropertyId.Summary or PropertyId.Description or PropertyId.Location or PropertyId.Status or PropertyId.Url
                => isFirst && !line.HasParameters,
            PropertyId.CdoImportance => isFirst && Classification.IsImpliedImportance(properties),
            PropertyId.AltDescription => isFirst && HasUsualParameters(properties.Component, in line),
            PropertyId.Uid or PropertyId.Duration or PropertyId.Organizer or PropertyId.AllDayEvent or PropertyId.Transparency or PropertyId.Sequence or PropertyId.ImmutableId => isFirst,
            _ => false,
        };
    }

    private static bool HasTimeParametersOnly(Component component, in ContentLine line)
    {
        ParameterReader parameters = new(line.HasParameters ? component.Parameters(in line) : default);
        while (parameters.MoveNext())
        {
            if (!parameters.Is("TZID"u8) && !parameters.Is("VALUE"u8) && !parameters.Is("RANGE"u8))
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasUsualParameters(Component component, in ContentLine line)
        => !line.HasParameters || Ascii.EqualsIgnoreCase(component.Parameters(in line), ";FMTTYPE=text/html"u8);
}
