using System.Text;

namespace Restoration.Formats.ICalendar.Components;

/// <summary>A parameter in whose values case says nothing (RFC 5545 §3.2).</summary>
internal sealed class ParameterDefinition
{
    private static readonly ParameterDefinition[] All =
    [
        new("CUTYPE", "INDIVIDUAL"),
        new("DELEGATED-FROM", ""),
        new("DELEGATED-TO", ""),
        new("EMAIL", ""),
        new("ENCODING", "8BIT"),
        new("FBTYPE", "BUSY"),
        new("FMTTYPE", ""),
        new("LANGUAGE", ""),
        new("MEMBER", ""),
        new("PARTSTAT", "NEEDS-ACTION"),
        new("RANGE", ""),
        new("RELATED", "START"),
        new("RELTYPE", "PARENT"),
        new("ROLE", "REQ-PARTICIPANT"),
        new("RSVP", "FALSE"),
        new("SENT-BY", ""),
        new("VALUE", ""),
    ];

    private ParameterDefinition(string name, string defaultValue)
    {
        Name = Encoding.ASCII.GetBytes(name);
        Default = Encoding.ASCII.GetBytes(defaultValue);
    }

    /// <summary>The name in upper case.</summary>
    public byte[] Name { get; }

    /// <summary>The value that stands for the parameter where it is absent; empty if there is none.</summary>
    public byte[] Default { get; }

    /// <summary>What is known of a parameter; null if case may matter.</summary>
    public static ParameterDefinition? Find(ReadOnlySpan<byte> name)
    {
        foreach (ParameterDefinition definition in All)
        {
            if (definition.Name.Length == name.Length && Ascii.EqualsIgnoreCase(name, definition.Name))
            {
                return definition;
            }
        }

        return null;
    }
}
