using System.Globalization;
using System.Text;
using Restoration.Formats.ICalendar.Components;
using Restoration.Formats.ICalendar.Items;
using Restoration.Formats.ICalendar.Values;
using Restoration.Formats.Tests.Recurrence;
using Restoration.Items;

namespace Restoration.Formats.Tests.Interop;

/// <summary>What there is to say of an event, one line each, as the scripts of tests/Interop say it.</summary>
internal static class EventFacts
{
    private const int MostOccurrences = 20;

    /// <summary>The facts of an event, in no order.</summary>
    public static IEnumerable<string> Of(Item item)
    {
        using OpenItem open = new(item);
        List<string> facts = [.. Occurrences(open)];
        Component component = open.Component;
        int alarm = -1;
        foreach (ref readonly ContentLine line in component.Lines[1..])
        {
            if (line.Depth == 1 && line.Kind == LineKind.Property)
            {
                facts.Add("property " + NameOf(component, in line));
                facts.AddRange(Of(open, in line));
            }
            else if (line.Kind == LineKind.Begin && ComponentNames.IsAlarm(component.Value(in line)))
            {
                alarm = 0;
            }
            else if (line.Kind == LineKind.End && alarm >= 0)
            {
                facts.Add(string.Create(CultureInfo.InvariantCulture, $"alarm {Action(component, line.Start)} {alarm}"));
                alarm = -1;
            }
            else if (alarm >= 0)
            {
                alarm++;
            }
        }

        return facts;
    }

    private static List<string> Of(OpenItem open, in ContentLine line)
    {
        Component component = open.Component;
        string name = NameOf(component, in line);
        ReadOnlySpan<byte> value = component.Value(in line);
        switch (line.Property)
        {
            case PropertyId.Start or PropertyId.End or PropertyId.RecurrenceId:
                return TimeReader.Read(component, in line, open.Zones) is { } time ? [$"{name} {Show(time.Time)}"] : [];
            case PropertyId.ExceptionDates or PropertyId.RecurrenceDates:
                return [.. TextValue.DecodeList(value).Select(text => $"{name} {Local(text.Split('/')[0])}")];
            case PropertyId.Categories:
                return [.. TextValue.DecodeList(value).Select(text => $"{name} {text}")];
            case PropertyId.Attendee or PropertyId.Organizer:
                string person = $"{name} {Encoding.UTF8.GetString(value)}";
                return [person, .. PropertyReader.ReadParameters(component, in line).Select(each => $"{person} {each.Name.ToUpperInvariant()}={string.Join(',', each.Values)}")];
            case PropertyId.Summary or PropertyId.Description or PropertyId.Location or PropertyId.Comment or PropertyId.Contact
                or PropertyId.Status or PropertyId.Class or PropertyId.Transparency or PropertyId.Priority or PropertyId.Sequence:
                return [$"{name} {TextValue.Decode(value)}"];
            default:
                return [];
        }
    }

    private static IEnumerable<string> Occurrences(OpenItem open)
    {
        if (!open.Properties.Has(PropertyId.RecurrenceRule))
        {
            return [];
        }

        ItemTimes times = ItemTimes.Read(open.Properties, open.Zones);
        return SeriesReader.Read(open.Properties, in times, open.Zones).Occurrences().Take(MostOccurrences).Select(occurrence => "occurrence " + Local(occurrence.Start));
    }

    private static string Action(Component component, int before)
    {
        string action = "";
        foreach (ref readonly ContentLine line in component.Lines)
        {
            action = line.Start < before && line.Property == PropertyId.Action ? Encoding.UTF8.GetString(component.Value(in line)) : action;
        }

        return action;
    }

    private static string NameOf(Component component, in ContentLine line) => Encoding.ASCII.GetString(component.NameOf(in line)).ToUpperInvariant();

    private static string Show(CalendarTime time)
        => Local(time) + (time.Instant is { } instant ? instant.UtcDateTime.ToString("'@'yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) : "");

    private static string Local(CalendarTime time)
        => time.Local.ToString(time.Kind == TimeKind.Date ? "yyyy-MM-dd" : "s", CultureInfo.InvariantCulture);

    private static string Local(string raw)
        => TimeValue.TryParse(Encoding.UTF8.GetBytes(raw), out TimeValue value) ? value.Local.ToString(value.IsDate ? "yyyy-MM-dd" : "s", CultureInfo.InvariantCulture) : raw;
}
