using System.Text;
using Restoration.Failures;
using Restoration.Formats.ICalendar.Components;
using Restoration.Formats.ICalendar.Items;
using Restoration.Formats.ICalendar.Values;
using Restoration.Items;
using Restoration.Sources;

namespace Restoration.Formats.ICalendar.Reading;

/// <summary>Gathers what a file says of its calendar. Of several calendars in one file the first to say a thing counts.</summary>
internal sealed class CalendarInfoReader(ReadLimits limits, FindingLog findings)
{
    private readonly List<CalendarProperty> _properties = [];
    private readonly Dictionary<string, int> _calendarOf = new(StringComparer.OrdinalIgnoreCase);
    private bool _isStale;
    private CalendarInfo _info = new();

    /// <summary>What is known so far.</summary>
    public CalendarInfo Info
    {
        get
        {
            if (_isStale)
            {
                _info = _info with { Properties = [.. _properties] };
                _isStale = false;
            }

            return _info;
        }
    }

    /// <summary>Takes a property up.</summary>
    /// <param name="component">The property, as the only line.</param>
    /// <param name="calendar">Which calendar of the file it belongs to.</param>
    public void Read(Component component, int calendar)
    {
        ref readonly ContentLine line = ref component.Lines[0];
        CalendarProperty property = PropertyReader.Read(component, in line);
        string text = TextValue.Decode(component.Value(in line));
        switch (property.Name.ToUpperInvariant())
        {
            case "X-WR-CALNAME" when _info.Name is null:
                _info = _info with { Name = text };
                break;
            case MetadataNames.Mailbox when _info.Mailbox is null:
                _info = _info with { Mailbox = text };
                break;
            case MetadataNames.Folder when _info.Folder is null && TryParseFolder(text, component.LineNumber) is { } folder:
                _info = _info with { Folder = folder };
                break;
            case MetadataNames.TakenAt when _info.TakenAt is null && TimeValue.TryParse(Encoding.UTF8.GetBytes(text), out TimeValue taken):
                _info = _info with { TakenAt = new DateTimeOffset(taken.Local, TimeSpan.Zero) };
                break;
            default:
                Keep(property, calendar, component.LineNumber);
                break;
        }
    }

    private void Keep(CalendarProperty property, int calendar, long line)
    {
        if (_properties.Count >= limits.Properties)
        {
            findings.Fail(FailureCode.LimitExceeded, $"The calendar has more than {limits.Properties} properties; {property.Name} was left out.", line);
        }
        else if (_calendarOf.TryAdd(property.Name, calendar) || _calendarOf[property.Name] == calendar)
        {
            _properties.Add(property);
            _isStale = true;
        }
    }

    private FolderPath? TryParseFolder(string text, long line)
    {
        try
        {
            return FolderPath.Parse(text);
        }
        catch (RestorationException malformed)
        {
            findings.Warn(malformed.Message, line);
            return null;
        }
    }
}
