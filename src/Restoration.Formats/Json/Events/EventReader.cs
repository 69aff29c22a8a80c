using System.Text.Json;
using Restoration.Formats.AuditRecords;
using Restoration.Formats.ICalendar.Lexing;
using Restoration.Sources;

namespace Restoration.Formats.Json.Events;

/// <summary>
/// Reads the members of a JSON object as the lines of a component. The order of the members does not matter; those that nobody
/// knows, at any depth, are kept.
/// </summary>
internal sealed class EventReader(ReadOptions options)
{
    private readonly JsonReaderOptions _syntax = JsonSyntax.Reading(options.Limits);
    private readonly Slice[] _members = new Slice[MemberDefinition.Count];
    private readonly List<Slice> _kept = [];
    private ReadOnlyMemory<byte> _json;
    private byte[] _compact = [];

    /// <summary>The appointment.</summary>
    public EventDraft Draft { get; } = new(options.TimeZone);

    /// <summary>Whether both an end and a duration are there, which have to be held against each other.</summary>
    public bool HasTwoEnds => Has(EventMember.Duration) && (Has(EventMember.End) || Has(EventMember.Due));

    /// <summary>Whether a member is there.</summary>
    public bool Has(EventMember member) => _members[(int)member].End > 0;

    /// <summary>Whether a property is there that no member stands for.</summary>
    public bool HasOther(ReadOnlySpan<byte> property) => Has(EventMember.Other) && PropertyJson.IsAmong(Open(EventMember.Other), property);

    /// <summary>A reader that stands on the value of a member.</summary>
    public Utf8JsonReader Open(EventMember member)
    {
        Slice slice = _members[(int)member];
        Utf8JsonReader reader = new(_json.Span[slice.Value..slice.End], _syntax);
        reader.Read();
        return reader;
    }

    /// <summary>Looks where the members are.</summary>
    /// <param name="json">A text that was read before, so that it is known to be JSON; empty for none.</param>
    public void Scan(ReadOnlyMemory<byte> json)
    {
        _json = json;
        Array.Clear(_members);
        _kept.Clear();
        Draft.Clear();
        if (json.IsEmpty)
        {
            return;
        }

        Utf8JsonReader reader = new(json.Span, _syntax);
        reader.Read();
        if (!Draft.Enter(ref reader, JsonTokenType.StartObject, "an appointment"))
        {
            return;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            int start = (int)reader.TokenStartIndex;
            EventMember member = MemberDefinition.Find(JsonText.ReadBytes(ref reader));
            reader.Read();
            int value = (int)reader.TokenStartIndex;
            bool isNull = reader.TokenType == JsonTokenType.Null;
            reader.Skip();
            Slice slice = new(start, value, (int)reader.BytesConsumed);
            if (member == EventMember.Unknown)
            {
                _kept.Add(slice);
            }
            else if (!isNull)
            {
                _members[(int)member] = slice;
            }
        }
    }

    /// <summary>Adds the time zones that stand before the component, and its BEGIN.</summary>
    /// <param name="component">The name of the component, if something else says it.</param>
    /// <returns>The name of the component.</returns>
    public byte[] Begin(ReadOnlySpan<byte> component = default)
    {
        if (Has(EventMember.TimeZones))
        {
            Utf8JsonReader zones = Open(EventMember.TimeZones);
            ComponentJson.ReadAll(ref zones, Draft, isComponent: true);
        }

        byte[] name = component.Length > 0 ? component.ToArray() : Has(EventMember.Component) ? ReadComponent() : "VEVENT"u8.ToArray();
        if (ContentLineSyntax.IsComponentName(name))
        {
            Draft.Content.Mark("BEGIN:"u8, name);
        }
        else
        {
            Draft.Fail($"'{System.Text.Encoding.UTF8.GetString(name)}' is no name of a component (RFC 5545 §3.6)");
        }

        return name;
    }

    /// <summary>Adds the properties and nested components, and END.</summary>
    /// <param name="component">The name of the component.</param>
    /// <param name="left">The members to leave out, as bits.</param>
    public void End(ReadOnlySpan<byte> component, ulong left = 0)
    {
        MemberReader members = new(this);
        for (EventMember member = EventMember.Uid; member <= EventMember.Graph && Draft.Fault is null; member++)
        {
            if (member != EventMember.Alarms && Has(member) && (left & (1UL << (int)member)) == 0)
            {
                Draft.HasUnknown = false;
                members.Append(MemberDefinition.Of(member));
                KeepIfUnknown(member);
            }
        }

        AppendList(EventMember.Other);
        KeepParameters();
        AppendKept();
        AppendList(EventMember.Alarms);
        AppendList(EventMember.Components);
        Draft.Content.Mark("END:"u8, component);
    }

    /// <summary>Adds the parameters of a member to the line.</summary>
    public void AppendParameters(EventMember member)
    {
        if (Has(EventMember.Parameters))
        {
            MemberParameters.Read(Open(EventMember.Parameters), MemberDefinition.Of(member).Utf8Name, Draft);
        }
    }

    /// <summary>The text of a member's value without blanks.</summary>
    public ReadOnlySpan<byte> Compact(EventMember member)
    {
        Slice slice = _members[(int)member];
        return Compact(_json.Span[slice.Value..slice.End]);
    }

    /// <summary>Keeps a member that nobody knows, if it comes from elsewhere than the object.</summary>
    public void KeepIfUnknown(EventMember member)
    {
        if (Draft.HasUnknown)
        {
            _kept.Add(_members[(int)member]);
        }
    }

    private byte[] ReadComponent()
    {
        Utf8JsonReader reader = Open(EventMember.Component);
        return Draft.TextOf(ref reader).ToArray();
    }

    private void AppendList(EventMember member)
    {
        if (!Has(member) || Draft.Fault is not null)
        {
            return;
        }

        Draft.HasUnknown = false;
        Utf8JsonReader reader = Open(member);
        if (member != EventMember.Alarms)
        {
            ComponentJson.ReadAll(ref reader, Draft, isComponent: member == EventMember.Components);
        }
        else if (Draft.Enter(ref reader, JsonTokenType.StartArray, "alarms"))
        {
            while (Draft.Fault is null && reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                AlarmJson.Read(ref reader, Draft);
            }
        }
    }

    // Parameters of a member that is not there.
    private void KeepParameters()
    {
        Draft.HasUnknown = false;
        if (Has(EventMember.Parameters))
        {
            Utf8JsonReader reader = Open(EventMember.Parameters);
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                EventMember member = MemberDefinition.Find(JsonText.ReadBytes(ref reader));
                Draft.HasUnknown |= member == EventMember.Unknown || !Has(member);
                reader.Read();
                reader.Skip();
            }

            KeepIfUnknown(EventMember.Parameters);
        }
    }

    private void AppendKept()
    {
        if (_kept.Count == 0)
        {
            return;
        }

        ContentLines content = Draft.Content;
        content.Append(KeptMembers.JsonProperty);
        content.Append(":"u8);
        content.AppendEscaped("{"u8);
        for (int i = 0; i < _kept.Count; i++)
        {
            content.AppendEscaped(i > 0 ? ","u8 : default);
            content.AppendEscaped(Compact(_json.Span[_kept[i].Name.._kept[i].End]));
        }

        content.Line("}"u8);
    }

    private ReadOnlySpan<byte> Compact(ReadOnlySpan<byte> json)
    {
        if (_compact.Length < json.Length)
        {
            _compact = new byte[json.Length * 2];
        }

        return _compact.AsSpan(0, JsonSyntax.Compact(json, _compact));
    }

    /// <summary>Where a member stands.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Value">Its value.</param>
    /// <param name="End">Behind its value.</param>
    private readonly record struct Slice(int Name, int Value, int End);
}
