using System.Text;
using Restoration.Formats.ICalendar.Components;
using Restoration.Formats.ICalendar.Reading;
using Restoration.Formats.ICalendar.Values;
using Restoration.Formats.ICalendar.Zones;
using Restoration.Formats.Recurrence;
using Restoration.Items;

namespace Restoration.Formats.ICalendar.Items;

/// <summary>Makes items of components.</summary>
/// <param name="zones">The zones of the file.</param>
/// <param name="findings">Where what is wrong is reported.</param>
internal sealed class ItemBuilder(ZoneScope zones, FindingLog findings)
{
    private const string MadeUp = "restoration-";
    private const int MadeUpDigits = 32;

    private readonly PropertyIndex _properties = new();
    private readonly ItemCanonicalizer _canonicalizer = new();
    private readonly ItemInspector _inspector = new(findings);

    /// <summary>Whether the last item names a zone that nobody knows.</summary>
    public bool HasUnknownZone { get; private set; }

    /// <summary>Makes an item of a component.</summary>
    public Item Build(Component component)
    {
        _properties.Read(component);
        ItemTimes times = ItemTimes.Read(_properties, zones);
        HasUnknownZone = times.HasUnknownZone;
        string subject = TextValue.Decode(_properties.Value(PropertyId.Summary));
        string? recurrenceId = RecurrenceIds.Read(_properties, in times);
        ContentHash natural = FindNaturalKey(in times, subject, recurrenceId);
        string uid = TextValue.Decode(_properties.Value(PropertyId.Uid)).Trim();
        bool isUidMissing = uid.Length == 0;
        if (isUidMissing)
        {
            uid = MadeUp + natural.ToString()[..MadeUpDigits];
        }

        Series? series = _properties.IsSeries ? SeriesReader.Read(_properties, in times, zones) : null;
        _inspector.Inspect(_properties, in times, series, isUidMissing ? null : uid);
        byte[] content = ItemContent.Assemble(_properties, isUidMissing ? uid : null, zones);
        ItemKey key = new()
        {
            Uid = uid,
            RecurrenceId = recurrenceId,
            ImmutableId = _properties.Has(PropertyId.ImmutableId) ? Encoding.UTF8.GetString(_properties.Value(PropertyId.ImmutableId)) : null,
            NaturalKey = natural,
        };
        return new Item(ClassOf(component.Name), in key, new ItemDigests(content, ComparisonReader.Read))
        {
            Subject = subject,
            Start = times.Start?.Time,
            End = times.End?.Time,
            IsAllDay = times.IsAllDay,
            IsSeries = series is not null,
            SeriesEnd = series?.FindLastEnd(),
            Sequence = AppointmentDecoder.ReadSequence(_properties),
            LastModified = AppointmentDecoder.ReadInstant(_properties, PropertyId.LastModified, zones)
                ?? AppointmentDecoder.ReadInstant(_properties, PropertyId.Stamp, zones),
            Size = content.Length,
            Content = content,
        };
    }

    private static string ClassOf(ReadOnlySpan<byte> name)
        => ComponentNames.IsEvent(name) ? ItemClasses.Appointment
        : ComponentNames.IsTask(name) ? ItemClasses.Task
        : ComponentNames.IsJournal(name) ? ItemClasses.Journal
        : ItemClasses.Other;

    private ContentHash FindNaturalKey(in ItemTimes times, string subject, string? recurrenceId)
    {
        if (ClassOf(_properties.Component.Name) == ItemClasses.Other)
        {
            // What this program knows nothing of is the same only if it is equal.
            return _canonicalizer.Write(_properties, in times, zones).ToHash();
        }

        return new NaturalKey(
            ControlCharacters.Separate(subject),
            times.Start?.Time,
            times.End?.Time,
            times.IsAllDay,
            recurrenceId,
            _canonicalizer.WriteRecurrence(_properties, in times, zones),
            _properties.Has(PropertyId.Attendee) ? FindOrganizer() : null,
            Ascii.EqualsIgnoreCase(_properties.Value(PropertyId.Status).Trim((byte)' '), "CANCELLED"u8)).ToHash();
    }

    private string? FindOrganizer()
        => _properties.Has(PropertyId.Organizer) ? CalendarAddress.EmailOf(Encoding.UTF8.GetString(_properties.Value(PropertyId.Organizer)).Trim()) : null;
}
