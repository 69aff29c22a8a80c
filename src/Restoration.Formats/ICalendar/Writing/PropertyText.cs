using System.Text;
using Restoration.Failures;
using Restoration.Formats.ICalendar.Lexing;
using Restoration.Formats.ICalendar.Values;
using Restoration.Items;

namespace Restoration.Formats.ICalendar.Writing;

/// <summary>Content lines of properties that were taken apart (RFC 5545 §3.1, RFC 6868).</summary>
internal static class PropertyText
{
    /// <summary>The line of a property whose value is raw.</summary>
    /// <exception cref="RestorationException"><see cref="FailureCode.InvalidData"/>: a name holds characters that no name can.</exception>
    public static string Format(CalendarProperty property) => Format(property.Name, property.Parameters, property.Value);

    /// <summary>The line of a property.</summary>
    /// <param name="name">The name.</param>
    /// <param name="parameters">The parameters; their values are encoded here.</param>
    /// <param name="value">The raw value.</param>
    public static string Format(string name, IReadOnlyList<PropertyParameter> parameters, string value)
    {
        StringBuilder line = new(Checked(name, ContentLineSyntax.NameLength(Encoding.UTF8.GetBytes(name)) < 0));
        foreach (PropertyParameter parameter in parameters)
        {
            line.Append(';').Append(Checked(parameter.Name, ContentLineSyntax.IsParameterName(Encoding.UTF8.GetBytes(parameter.Name))));
            if (parameter.Values.Count > 0)
            {
                line.Append('=').AppendJoin(',', parameter.Values.Select(ParameterText.Encode));
            }
        }

        return line.Append(':').Append(value).ToString();
    }

    private static string Checked(string name, bool isName)
        => name.Length > 0 && isName
            ? name
            : throw new RestorationException(FailureCode.InvalidData, $"'{name}' is no name of an iCalendar property or parameter (RFC 5545 §3.1).", name);
}
