using System.Text.Json;
using Restoration.Formats.ICalendar.Components;
using Restoration.Formats.ICalendar.Items;
using Restoration.Formats.ICalendar.Values;
using Restoration.Items;

namespace Restoration.Formats.Json.Events;

/// <summary>
/// Writes components as JSON objects. A property goes into a member of its own if that can say all that it says, and into
/// <c>other</c> if not: nothing is lost.
/// </summary>
internal sealed class EventWriter
{
    private readonly TextScratch _texts = new();

    /// <summary>Writes the members of a component.</summary>
    /// <param name="writer">Where to; it stands inside an object.</param>
    /// <param name="parts">The component.</param>
    /// <param name="item">The item.</param>
    /// <param name="left">The members to leave out, as bits.</param>
    public void WriteMembers(Utf8JsonWriter writer, EventParts parts, Item item, ulong left = 0)
    {
        for (EventMember member = EventMember.Component; member <= EventMember.Components; member++)
        {
            if ((left & (1UL << (int)member)) == 0)
            {
                Write(writer, parts, MemberDefinition.Of(member), item);
            }
        }
    }

    /// <summary>How the time shows to others, if a property says so, or if it is not busy; empty otherwise.</summary>
    public static ReadOnlySpan<byte> ShowAsOf(EventParts parts)
    {
        if (parts.Has(EventMember.ShowAs))
        {
            return MemberWords.WordOf(EventMember.ShowAs, parts.Value(EventMember.ShowAs));
        }

        BusyStatus status = Classification.ReadShowAs(parts.Properties);
        return status == BusyStatus.Busy || parts.Properties.Has(PropertyId.BusyStatus)
            ? default
            : MemberWords.WordOf(EventMember.ShowAs, System.Text.Encoding.ASCII.GetBytes(Classification.Format(status)));
    }

    /// <summary>How important it is, if a property says so, or if it is not normal; empty otherwise.</summary>
    public static ReadOnlySpan<byte> ImportanceOf(EventParts parts)
    {
        if (parts.Has(EventMember.Importance))
        {
            return MemberWords.WordOf(EventMember.Importance, parts.Value(EventMember.Importance));
        }

        Importance importance = Classification.ReadImportance(parts.Properties);
        return importance == Importance.Normal || parts.Properties.Has(PropertyId.CdoImportance)
            ? default
            : importance == Importance.High ? "high"u8 : "low"u8;
    }

    private void Write(Utf8JsonWriter writer, EventParts parts, MemberDefinition member, Item item)
    {
        switch (member.Kind)
        {
            case MemberKind.Structure or MemberKind.People or MemberKind.Texts or MemberKind.Attachments or MemberKind.Recurrence:
                WriteStructure(writer, parts, member);
                break;
            case MemberKind.Word when member.Member != EventMember.Sensitivity:
                ReadOnlySpan<byte> word = member.Member == EventMember.ShowAs ? ShowAsOf(parts) : ImportanceOf(parts);
                if (!word.IsEmpty)
                {
                    writer.WriteString(member.JsonName, word);
                }

                break;
            case MemberKind.AllDay when item.IsAllDay || parts.Has(EventMember.IsAllDay):
                writer.WriteBoolean(member.JsonName, item.IsAllDay);
                break;
            case MemberKind.Time when member.Member == EventMember.End && !parts.Has(EventMember.End):
                WriteEndOfDuration(writer, parts, member, item);
                break;
            default:
                if (parts.Has(member.Member))
                {
                    WriteSingle(writer, parts.Component, in parts.Component.Lines[parts[member.Member]], member);
                }

                break;
        }
    }

    private void WriteSingle(Utf8JsonWriter writer, Component component, in ContentLine line, MemberDefinition member)
    {
        ReadOnlySpan<byte> value = component.Value(in line);
        switch (member.Kind)
        {
            case MemberKind.Text or MemberKind.Html:
                writer.WriteString(member.JsonName, _texts.Decode(value));
                break;
            case MemberKind.Raw:
                writer.WriteString(member.JsonName, value);
                break;
            case MemberKind.Number:
                writer.WritePropertyName(member.JsonName);
                writer.WriteRawValue(value, skipInputValidation: true);
                break;
            case MemberKind.Word:
                writer.WriteString(member.JsonName, MemberWords.WordOf(member.Member, value));
                break;
            case MemberKind.Person:
                writer.WritePropertyName(member.JsonName);
                PersonJson.Write(writer, component, in line);
                break;
            case MemberKind.Instant when TimeValue.TryParse(value, out TimeValue instant):
                Span<byte> text = stackalloc byte[32];
                writer.WriteString(member.JsonName, text[..Text.IsoTime.Write(in instant, text)]);
                break;
            case MemberKind.Time when TimeValue.TryParse(value, out TimeValue time):
                writer.WritePropertyName(member.JsonName);
                TimeJson.Write(writer, in time, TimeJson.ZoneOf(component, in line));
                break;
        }
    }

    // For readers who do not reckon; whoever reads it back goes by the duration unless this says otherwise.
    private static void WriteEndOfDuration(Utf8JsonWriter writer, EventParts parts, MemberDefinition member, Item item)
    {
        if (parts.IsEndReckoned && item.End is { } end)
        {
            writer.WritePropertyName(member.JsonName);
            TimeJson.Write(writer, end);
        }
    }

    private void WriteStructure(Utf8JsonWriter writer, EventParts parts, MemberDefinition member)
    {
        switch (member.Member)
        {
            case EventMember.Component when !ComponentNames.IsEvent(parts.Component.Name):
                writer.WriteString(member.JsonName, parts.Component.Name);
                break;
            case EventMember.Recurrence when parts.Recurrence.Count > 0:
                writer.WritePropertyName(member.JsonName);
                RecurrenceJson.Write(writer, parts.Component, parts.Recurrence);
                break;
            case EventMember.Graph when parts.Has(EventMember.Graph):
                writer.WritePropertyName(member.JsonName);
                writer.WriteRawValue(_texts.Decode(parts.Value(EventMember.Graph)), skipInputValidation: true);
                break;
            case EventMember.Parameters:
                WriteParameters(writer, parts, member);
                break;
            default:
                WriteList(writer, parts.Component, parts.ListOf(member.Member), member);
                break;
        }
    }

    private void WriteList(Utf8JsonWriter writer, Component component, List<int> lines, MemberDefinition member)
    {
        if (lines.Count == 0)
        {
            return;
        }

        writer.WriteStartArray(member.JsonName);
        foreach (int index in lines)
        {
            WriteElement(writer, component, index, member.Member);
        }

        writer.WriteEndArray();
    }

    private void WriteElement(Utf8JsonWriter writer, Component component, int index, EventMember member)
    {
        ref readonly ContentLine line = ref component.Lines[index];
        switch (member)
        {
            case EventMember.Attendees:
                PersonJson.Write(writer, component, in line);
                break;
            case EventMember.Attachments:
                AttachmentJson.Write(writer, component, in line);
                break;
            case EventMember.Categories:
                WriteTexts(writer, component.Value(in line));
                break;
            case EventMember.Alarms:
                AlarmJson.Write(writer, component, index, _texts);
                break;
            case EventMember.Components:
                ComponentJson.Write(writer, component, index);
                break;
            default:
                PropertyJson.Write(writer, component, in line);
                break;
        }
    }

    private void WriteTexts(Utf8JsonWriter writer, ReadOnlySpan<byte> list)
    {
        while (TextValue.TryTake(ref list, out ReadOnlySpan<byte> text))
        {
            writer.WriteStringValue(_texts.Decode(text));
        }
    }

    private static void WriteParameters(Utf8JsonWriter writer, EventParts parts, MemberDefinition parameters)
    {
        bool isBegun = false;
        for (EventMember name = EventMember.Uid; name < EventMember.Graph; name++)
        {
            MemberDefinition member = MemberDefinition.Of(name);
            if (!parts.Has(name) || member.Kind == MemberKind.Person)
            {
                continue;
            }

            ref readonly ContentLine line = ref parts.Component.Lines[parts[name]];
            if (line.HasParameters && MemberParameters.HasAny(parts.Component, in line, member.Kind))
            {
                if (!isBegun)
                {
                    writer.WriteStartObject(parameters.JsonName);
                    isBegun = true;
                }

                MemberParameters.Write(writer, member.JsonName, parts.Component.Parameters(in line), member.Kind);
            }
        }

        if (isBegun)
        {
            writer.WriteEndObject();
        }
    }
}
