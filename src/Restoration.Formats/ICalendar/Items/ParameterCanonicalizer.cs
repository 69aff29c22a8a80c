using System.Text;
using Restoration.Formats.ICalendar.Components;
using Restoration.Formats.ICalendar.Values;

namespace Restoration.Formats.ICalendar.Items;

/// <summary>Brings the parameters of a property into the one form that equal ones share.</summary>
internal sealed class ParameterCanonicalizer
{
    private readonly CanonicalLines _sorted = new();

    /// <summary>The parameters that say something, sorted; valid until the next call.</summary>
    public ReadOnlySpan<byte> Write(ReadOnlySpan<byte> parameters, PropertyDefinition property)
    {
        _sorted.Clear();
        ParameterReader reader = new(parameters);
        while (reader.MoveNext())
        {
            if (!IsImplied(in reader, property))
            {
                Write(in reader);
            }
        }

        return _sorted.Count == 0 ? default : _sorted.ToSorted();
    }

    private void Write(in ParameterReader parameter)
    {
        ParameterDefinition? definition = ParameterDefinition.Find(parameter.Name);
        if (definition is { Default.Length: > 0 } && Ascii.EqualsIgnoreCase(QuotedText.Unquote(parameter.Values), definition.Default))
        {
            return;
        }

        _sorted.Append(CanonicalLines.ParameterMark);
        _sorted.AppendUpper(parameter.Name);
        byte separator = (byte)'=';
        ParameterValueReader values = new(parameter.Values);
        while (values.MoveNext())
        {
            _sorted.Append(separator);
            separator = (byte)',';
            ReadOnlySpan<byte> value = values.Current.IndexOf((byte)'^') < 0
                ? values.Current
                : Encoding.UTF8.GetBytes(ParameterText.Decode(values.Current));
            if (definition is not null)
            {
                _sorted.AppendUpper(value);
            }
            else
            {
                _sorted.AppendClean(value);
            }
        }

        _sorted.EndLine(null);
    }

    // Times say their type by their form and their zone in the canonical value; addresses on the web need not say that they are.
    private static bool IsImplied(in ParameterReader parameter, PropertyDefinition property) => property.Kind switch
    {
        ValueKind.Time or ValueKind.TimeSet => parameter.Is("TZID"u8) || parameter.Is("VALUE"u8),
        ValueKind.Raw when property.Id is PropertyId.Url or PropertyId.Attach
            => parameter.Is("VALUE"u8) && Ascii.EqualsIgnoreCase(QuotedText.Unquote(parameter.Values), "URI"u8),
        ValueKind.Raw => false,
        _ => parameter.Is("VALUE"u8),
    };
}
