using System.Text;
using Restoration.Formats.ICalendar.Components;
using Restoration.Formats.ICalendar.Values;
using Restoration.Items;

namespace Restoration.Formats.ICalendar.Items;

/// <summary>Reads properties and their parameters as they were written.</summary>
internal static class PropertyReader
{
    /// <summary>Reads a property; its value stays raw.</summary>
    public static CalendarProperty Read(Component component, in ContentLine line)
        => new(Encoding.UTF8.GetString(component.NameOf(in line)), Encoding.UTF8.GetString(component.Value(in line)))
        {
            Parameters = ReadParameters(component, in line),
        };

    /// <summary>Reads the parameters, in order, with carets decoded.</summary>
    public static IReadOnlyList<PropertyParameter> ReadParameters(Component component, in ContentLine line)
    {
        if (!line.HasParameters)
        {
            return [];
        }

        List<PropertyParameter> parameters = [];
        ParameterReader reader = new(component.Parameters(in line));
        while (reader.MoveNext())
        {
            List<string> values = [];
            ParameterValueReader each = new(reader.Values);
            while (reader.HasValues && each.MoveNext())
            {
                values.Add(ParameterText.Decode(each.Current));
            }

            parameters.Add(new PropertyParameter(Encoding.UTF8.GetString(reader.Name), values));
        }

        return parameters;
    }
}
