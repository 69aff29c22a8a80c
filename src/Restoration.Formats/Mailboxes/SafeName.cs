using System.Globalization;
using System.Text;

namespace Restoration.Formats.Mailboxes;

/// <summary>
/// Names of folders as names of files, on every system: what cannot stand in one is written as <c>%</c> and two digits, so that
/// reading gives the name again.
/// </summary>
internal static class SafeName
{
    private const int LongestInBytes = 200;
    private const string Forbidden = "<>:\"/\\|?*%";

    private static readonly HashSet<string> Devices = new(
        ["CON", "PRN", "AUX", "NUL", .. Enumerable.Range(0, 10).SelectMany(number => new[] { $"COM{number}", $"LPT{number}" })], StringComparer.OrdinalIgnoreCase);

    /// <summary>The name of a file; of what is too long for one, as much as fits.</summary>
    public static string Encode(string name)
    {
        StringBuilder text = new(name.Length);
        for (int i = 0; i < name.Length; i++)
        {
            char character = name[i];
            bool isEdge = (i == 0 || i == name.Length - 1) && character is '.' or ' ';
            bool isDevice = i == 0 && Devices.Contains(name.Split('.')[0]);
            if (isEdge || isDevice || character < ' ' || Forbidden.Contains(character, StringComparison.Ordinal))
            {
                text.Append(CultureInfo.InvariantCulture, $"%{(int)character:X2}");
            }
            else
            {
                text.Append(character);
            }
        }

        return Shorten(text.ToString(), LongestInBytes);
    }

    /// <summary>The name that a file's name stands for.</summary>
    public static string Decode(string name)
    {
        StringBuilder text = new(name.Length);
        for (int i = 0; i < name.Length; i++)
        {
            bool isCode = name[i] == '%' && i + 2 < name.Length && char.IsAsciiHexDigit(name[i + 1]) && char.IsAsciiHexDigit(name[i + 2]);
            if (isCode)
            {
                text.Append((char)int.Parse(name.AsSpan(i + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                i += 2;
            }
            else
            {
                text.Append(name[i]);
            }
        }

        return text.ToString();
    }

    /// <summary>A subject as part of a file's name: what cannot stand in one is left out.</summary>
    public static string OfSubject(string subject)
    {
        const int longest = 60;
        string text = string.Concat(subject.EnumerateRunes().Select(rune => Rune.IsControl(rune) || Forbidden.Contains(rune.ToString(), StringComparison.Ordinal) ? "_" : rune.ToString()));
        return Shorten(text, longest).Trim(' ', '.');
    }

    private static string Shorten(string text, int bytes)
    {
        StringBuilder kept = new();
        int length = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            length += rune.Utf8SequenceLength;
            if (length > bytes)
            {
                break;
            }

            kept.Append(rune.ToString());
        }

        return kept.ToString();
    }
}
