using System.Text;
using System.Text.Json;
using Restoration.Failures;
using Restoration.Formats.ICalendar.Values;
using Restoration.Formats.Text;

namespace Restoration.Formats.Json.Events;

/// <summary>Reads one member as the line or lines that it stands for.</summary>
internal readonly ref struct MemberReader(EventReader members)
{
    private readonly EventReader _members = members;

    /// <summary>Adds the lines of a member that is there.</summary>
    public void Append(MemberDefinition member)
    {
        Utf8JsonReader reader = _members.Open(member.Member);
        EventDraft draft = _members.Draft;
        switch (member.Kind)
        {
            case MemberKind.Recurrence:
                RecurrenceJson.Read(ref reader, draft);
                break;
            case MemberKind.AllDay:
                AppendAllDay(ref reader, draft);
                break;
            case MemberKind.Texts:
                AppendTexts(ref reader, draft);
                break;
            case MemberKind.People or MemberKind.Attachments:
                AppendEach(ref reader, member, draft);
                break;
            case MemberKind.Structure:
                draft.Content.Append(KeptMembers.GraphProperty);
                draft.Content.Text(_members.Compact(EventMember.Graph));
                break;
            default:
                draft.Content.Append(member.PropertyName);
                AppendSingle(ref reader, member, draft);
                break;
        }
    }

    private void AppendSingle(ref Utf8JsonReader reader, MemberDefinition member, EventDraft draft)
    {
        _members.AppendParameters(member.Member);
        switch (member.Kind)
        {
            case MemberKind.Text:
                draft.Content.Text(draft.TextOf(ref reader));
                break;
            case MemberKind.Html:
                draft.Content.Append(";FMTTYPE=text/html"u8);
                draft.Content.Text(draft.TextOf(ref reader));
                break;
            case MemberKind.Raw:
                draft.Content.Raw(draft.TextOf(ref reader));
                break;
            case MemberKind.Number:
                AppendNumber(ref reader, member, draft);
                break;
            case MemberKind.Time:
                TimeJson.Read(ref reader, draft);
                draft.StartsOnDate |= draft.IsDate && member.Member == EventMember.Start;
                break;
            case MemberKind.Instant:
                AppendInstant(draft.TextOf(ref reader), draft);
                break;
            case MemberKind.Word:
                AppendWord(draft.TextOf(ref reader), member, draft);
                break;
            case MemberKind.Person:
                PersonJson.Read(ref reader, draft);
                break;
        }
    }

    /// <summary>Ends the line with an instant; without an offset it is one in UTC, which these properties have to be in.</summary>
    public static void AppendInstant(ReadOnlySpan<byte> text, EventDraft draft)
    {
        if (IsoTime.TryParse(text, out IsoTime time))
        {
            draft.Content.Time(new TimeValue(time.Value.Local, IsDate: false, IsUtc: true), default);
        }
        else
        {
            draft.Fail($"'{Encoding.UTF8.GetString(text)}' is no instant of ISO 8601", FailureCode.InvalidDate);
        }
    }

    /// <summary>Ends the line with the value of a word.</summary>
    public void AppendWord(ReadOnlySpan<byte> word, MemberDefinition member, EventDraft draft)
    {
        ReadOnlySpan<byte> value = MemberWords.ValueOf(member.Member, word);
        if (value.IsEmpty)
        {
            draft.Fail($"'{Encoding.UTF8.GetString(word)}' is no {member.Text}; there are {MemberWords.List(member.Member)}");
            return;
        }

        draft.Content.Raw(value);

        // Few programs read Microsoft's property; all read PRIORITY (RFC 5545 §3.8.1.9). One that the appointment has stays the only one.
        if (member.Member == EventMember.Importance && !_members.Has(EventMember.Priority) && !_members.HasOther("PRIORITY"u8))
        {
            draft.Content.Line(value[0] switch
            {
                (byte)'2' => "PRIORITY:1"u8,
                (byte)'1' => "PRIORITY:5"u8,
                _ => "PRIORITY:9"u8,
            });
        }
    }

    private static void AppendNumber(ref Utf8JsonReader reader, MemberDefinition member, EventDraft draft)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out int number) && number >= 0)
        {
            draft.Content.Number(number);
        }
        else
        {
            draft.Fail($"'{member.Text}' has to be a whole number");
        }
    }

    private static void AppendTexts(ref Utf8JsonReader reader, EventDraft draft)
    {
        if (!draft.Enter(ref reader, JsonTokenType.StartArray, "categories"))
        {
            return;
        }

        ReadOnlySpan<byte> before = "CATEGORIES:"u8;
        while (draft.Fault is null && reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            draft.Content.Append(before);
            draft.Content.AppendEscaped(draft.TextOf(ref reader));
            before = ","u8;
        }

        draft.Content.Append(before.Length == 1 ? "\r\n"u8 : default);
    }

    private static void AppendEach(ref Utf8JsonReader reader, MemberDefinition member, EventDraft draft)
    {
        if (!draft.Enter(ref reader, JsonTokenType.StartArray, member.Text))
        {
            return;
        }

        while (draft.Fault is null && reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            draft.Content.Append(member.PropertyName);
            if (member.Kind == MemberKind.People)
            {
                PersonJson.Read(ref reader, draft);
            }
            else
            {
                AttachmentJson.Read(ref reader, draft);
            }
        }
    }

    // A start that is a date says it already.
    private static void AppendAllDay(ref Utf8JsonReader reader, EventDraft draft)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.True:
                draft.Content.Append(draft.StartsOnDate ? default : "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE\r\n"u8);
                break;
            case JsonTokenType.False:
                draft.Content.Line("X-MICROSOFT-CDO-ALLDAYEVENT:FALSE"u8);
                break;
            default:
                draft.Fail("'isAllDay' has to be true or false");
                break;
        }
    }
}
