using System.Text;
using System.Text.Json;

namespace Restoration.Formats.Json.Events;

/// <summary>The words for the parameters of an attendee that have a handful of values (RFC 5545 §3.2.3, §3.2.12, §3.2.16, §3.2.17).</summary>
internal sealed class PersonWords
{
    private readonly (byte[] Value, byte[] Word)[] _words;

    private PersonWords(string member, string parameter, params (string Value, string Word)[] words)
    {
        Member = JsonEncodedText.Encode(member);
        Parameter = Encoding.ASCII.GetBytes(parameter);
        _words = Array.ConvertAll(words, word => (Encoding.ASCII.GetBytes(word.Value), Encoding.ASCII.GetBytes(word.Word)));
    }

    /// <summary>All of them.</summary>
    public static PersonWords[] All { get; } =
    [
        new(
            "role",
            "ROLE",
            ("REQ-PARTICIPANT", "required"),
            ("OPT-PARTICIPANT", "optional"),
            ("CHAIR", "chair"),
            ("NON-PARTICIPANT", "informational")),
        new(
            "response",
            "PARTSTAT",
            ("NEEDS-ACTION", "needs-action"),
            ("ACCEPTED", "accepted"),
            ("DECLINED", "declined"),
            ("TENTATIVE", "tentative"),
            ("DELEGATED", "delegated")),
        new(
            "type",
            "CUTYPE",
            ("INDIVIDUAL", "individual"),
            ("GROUP", "group"),
            ("RESOURCE", "resource"),
            ("ROOM", "room"),
            ("UNKNOWN", "unknown")),
        new("rsvp", "RSVP", ("TRUE", "rsvp"), ("FALSE", "no-rsvp")),
    ];

    /// <summary>The member of JSON.</summary>
    public JsonEncodedText Member { get; }

    /// <summary>The parameter of iCalendar.</summary>
    public byte[] Parameter { get; }

    /// <summary>Whether JSON says true for the first word and false for the second.</summary>
    public bool IsFlag => ReferenceEquals(this, All[^1]);

    /// <summary>The words of a parameter, in any case; null if it has none.</summary>
    public static PersonWords? OfParameter(ReadOnlySpan<byte> parameter)
    {
        foreach (PersonWords words in All)
        {
            if (Ascii.EqualsIgnoreCase(parameter, words.Parameter))
            {
                return words;
            }
        }

        return null;
    }

    /// <summary>The words of a member; null if it has none.</summary>
    public static PersonWords? OfMember(ReadOnlySpan<byte> member)
    {
        foreach (PersonWords words in All)
        {
            if (member.SequenceEqual(words.Member.EncodedUtf8Bytes))
            {
                return words;
            }
        }

        return null;
    }

    /// <summary>The word for a value, in any case; empty if there is none.</summary>
    public ReadOnlySpan<byte> WordOf(ReadOnlySpan<byte> value)
    {
        foreach ((byte[] known, byte[] word) in _words)
        {
            if (Ascii.EqualsIgnoreCase(value, known))
            {
                return word;
            }
        }

        return default;
    }

    /// <summary>The value of a word, in any case; empty if it is none.</summary>
    public ReadOnlySpan<byte> ValueOf(ReadOnlySpan<byte> word)
    {
        foreach ((byte[] value, byte[] known) in _words)
        {
            if (Ascii.EqualsIgnoreCase(word, known))
            {
                return value;
            }
        }

        return default;
    }
}
