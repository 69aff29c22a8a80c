using System.Text;
using System.Text.Json;

namespace Restoration.Formats.Json.Events;

/// <summary>The words that members have for the values of properties. They are Microsoft Graph's.</summary>
internal static class MemberWords
{
    private static readonly (EventMember Member, byte[] Value, byte[] Word)[] All =
    [
        Of(EventMember.Sensitivity, "PUBLIC", "normal"),
        Of(EventMember.Sensitivity, "X-PERSONAL", "personal"),
        Of(EventMember.Sensitivity, "PRIVATE", "private"),
        Of(EventMember.Sensitivity, "CONFIDENTIAL", "confidential"),
        Of(EventMember.ShowAs, "FREE", "free"),
        Of(EventMember.ShowAs, "TENTATIVE", "tentative"),
        Of(EventMember.ShowAs, "BUSY", "busy"),
        Of(EventMember.ShowAs, "OOF", "oof"),
        Of(EventMember.ShowAs, "WORKINGELSEWHERE", "workingElsewhere"),
        Of(EventMember.Importance, "0", "low"),
        Of(EventMember.Importance, "1", "normal"),
        Of(EventMember.Importance, "2", "high"),
    ];

    /// <summary>The word for a value, in any case; empty if there is none.</summary>
    public static ReadOnlySpan<byte> WordOf(EventMember member, ReadOnlySpan<byte> value)
    {
        value = value.Trim((byte)' ');
        foreach ((EventMember owner, byte[] written, byte[] word) in All)
        {
            if (owner == member && Ascii.EqualsIgnoreCase(value, written))
            {
                return word;
            }
        }

        return default;
    }

    /// <summary>The value of a word, in any case; empty if it is none.</summary>
    public static ReadOnlySpan<byte> ValueOf(EventMember member, ReadOnlySpan<byte> word)
    {
        foreach ((EventMember owner, byte[] value, byte[] known) in All)
        {
            if (owner == member && Ascii.EqualsIgnoreCase(word, known))
            {
                return value;
            }
        }

        return default;
    }

    /// <summary>The words of a member, for messages.</summary>
    public static string List(EventMember member)
        => string.Join(", ", All.Where(entry => entry.Member == member).Select(entry => Encoding.ASCII.GetString(entry.Word)));

    private static (EventMember Member, byte[] Value, byte[] Word) Of(EventMember member, string value, string word)
        => (member, Encoding.ASCII.GetBytes(value), JsonEncodedText.Encode(word).EncodedUtf8Bytes.ToArray());
}
