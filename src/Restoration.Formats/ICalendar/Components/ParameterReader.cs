using System.Text;

namespace Restoration.Formats.ICalendar.Components;

/// <summary>Walks over the parameters of a property (RFC 5545 §3.2).</summary>
/// <param name="parameters">From the first semicolon to the colon, without it.</param>
internal ref struct ParameterReader(ReadOnlySpan<byte> parameters)
{
    private ReadOnlySpan<byte> _rest = parameters;

    /// <summary>The name, as written.</summary>
    public ReadOnlySpan<byte> Name { get; private set; }

    /// <summary>The values with their quotes and commas; empty for a parameter without a value.</summary>
    public ReadOnlySpan<byte> Values { get; private set; }

    /// <summary>Whether an equals sign follows the name.</summary>
    public bool HasValues { get; private set; }

    /// <summary>Goes to the next parameter.</summary>
    public bool MoveNext()
    {
        if (_rest.IsEmpty)
        {
            return false;
        }

        ReadOnlySpan<byte> parameter = _rest[1..QuotedText.IndexOf(_rest, 1, (byte)';')];
        _rest = _rest[(parameter.Length + 1)..];
        int equals = parameter.IndexOf((byte)'=');
        HasValues = equals >= 0;
        Name = HasValues ? parameter[..equals] : parameter;
        Values = HasValues ? parameter[(equals + 1)..] : default;
        return true;
    }

    /// <summary>Whether the parameter has this name, in any case.</summary>
    public readonly bool Is(ReadOnlySpan<byte> name) => Ascii.EqualsIgnoreCase(Name, name);

    /// <summary>The value of the first parameter of a name, without its quotes; empty if there is none.</summary>
    public static ReadOnlySpan<byte> Find(ReadOnlySpan<byte> parameters, ReadOnlySpan<byte> name)
    {
        ParameterReader reader = new(parameters);
        while (reader.MoveNext())
        {
            if (reader.Is(name))
            {
                return QuotedText.Unquote(reader.Values);
            }
        }

        return default;
    }
}
