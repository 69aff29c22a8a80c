using System.Text.Json;
using Restoration.Failures;
using Restoration.Formats.ICalendar.Items;
using Restoration.Items;

namespace Restoration.Formats.JCal;

/// <summary>A component of jCal: <c>["vevent",[…properties…],[…components…]]</c> (RFC 7265 §3.3), its property <c>["dtstart",{…},"date","2026-11-03"]</c> (§3.4).</summary>
internal static class JCalComponent
{
    /// <summary>Adds the lines of a component.</summary>
    /// <exception cref="RestorationException"><see cref="FailureCode.ParserError"/>: it is not of that form.</exception>
    public static void Append(ContentBuilder content, JsonElement component)
    {
        if (component is not { ValueKind: JsonValueKind.Array } || component.GetArrayLength() < 2 || component[0].ValueKind != JsonValueKind.String
            || component[1].ValueKind != JsonValueKind.Array)
        {
            throw Malformed("A component is an array of its name, its properties and its components.");
        }

        string name = component[0].GetString()!.ToUpperInvariant();
        if (name.Length == 0 || name.Any(character => !char.IsAsciiLetterOrDigit(character) && character != '-'))
        {
            throw Malformed($"'{name}' is no name of a component.");
        }

        content.Line($"BEGIN:{name}");
        foreach (JsonElement property in component[1].EnumerateArray())
        {
            content.Property(ReadProperty(property));
        }

        if (component.GetArrayLength() > 2 && component[2].ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement nested in component[2].EnumerateArray())
            {
                Append(content, nested);
            }
        }

        content.Line($"END:{name}");
    }

    /// <summary>Reads a property.</summary>
    /// <exception cref="RestorationException"><see cref="FailureCode.ParserError"/>: it is not of that form.</exception>
    public static CalendarProperty ReadProperty(JsonElement property)
    {
        if (property is not { ValueKind: JsonValueKind.Array } || property.GetArrayLength() < 4 || property[0].ValueKind != JsonValueKind.String
            || property[1].ValueKind != JsonValueKind.Object || property[2].ValueKind != JsonValueKind.String)
        {
            throw Malformed("A property is an array of its name, its parameters, its type and its values.");
        }

        string name = property[0].GetString()!.ToUpperInvariant();
        string type = property[2].GetString()!.ToLowerInvariant();
        List<PropertyParameter> parameters = [.. property[1].EnumerateObject().Select(ReadParameter)];
        if (JCalValue.TypeToWrite(name, type) is { } written)
        {
            parameters.Add(new PropertyParameter("VALUE", [written]));
            if (type == "binary" && !parameters.Exists(parameter => parameter.Name == "ENCODING"))
            {
                parameters.Add(new PropertyParameter("ENCODING", ["BASE64"]));
            }
        }

        string value = string.Join(',', property.EnumerateArray().Skip(3).Select(each => JCalValue.Write(each, type)));
        return new CalendarProperty(name, value) { Parameters = parameters };
    }

    private static PropertyParameter ReadParameter(JsonProperty parameter) => new(
        parameter.Name.ToUpperInvariant(),
        parameter.Value.ValueKind == JsonValueKind.Array
            ? [.. parameter.Value.EnumerateArray().Select(each => each.ToString())]
            : [parameter.Value.ToString()]);

    private static RestorationException Malformed(string message) => new(FailureCode.ParserError, message);
}
