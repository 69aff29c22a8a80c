using System.Text;
using Restoration.Formats.ICalendar.Components;
using Restoration.Formats.ICalendar.Values;

namespace Restoration.Formats.ICalendar.Zones;

/// <summary>Gives a zone that a file defines another name, where two definitions of one name meet.</summary>
internal static class ZoneRename
{
    private const int DigestLength = 8;

    /// <summary>The name of a zone that is not the one that has the name already: the same for the same rules every time.</summary>
    /// <param name="name">The name that both have.</param>
    /// <param name="identity">What tells the zone from others; empty for one that nothing defines.</param>
    public static string NameFor(string name, string identity)
    {
        string digest = identity.TrimStart('#');
        return $"{name}-{(digest.Length == 0 ? "undefined" : digest[..Math.Min(digest.Length, DigestLength)])}";
    }

    /// <summary>A property with the zone's new name; null if it names none that changed.</summary>
    public static string? Line(Component component, in ContentLine line, IReadOnlyDictionary<string, string> renamed)
    {
        if (!line.HasParameters
            || !renamed.TryGetValue(ParameterText.Decode(ParameterReader.Find(component.Parameters(in line), "TZID"u8)), out string? name))
        {
            return null;
        }

        StringBuilder text = new(Encoding.UTF8.GetString(component.NameOf(in line)));
        ParameterReader parameters = new(component.Parameters(in line));
        while (parameters.MoveNext())
        {
            string values = parameters.Is("TZID"u8) ? ParameterText.Encode(name) : Encoding.UTF8.GetString(parameters.Values);
            text.Append(';').Append(Encoding.UTF8.GetString(parameters.Name)).Append(parameters.HasValues ? "=" : "").Append(values);
        }

        return text.Append(':').Append(Encoding.UTF8.GetString(component.Value(in line))).ToString();
    }
}
