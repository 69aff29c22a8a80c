namespace Restoration.Formats.ICalendar.Components;

/// <summary>Where the parts of a content line lie in the bytes of its component (RFC 5545 §3.1).</summary>
internal readonly struct ContentLine
{
    /// <summary>The offset of the first byte.</summary>
    public required int Start { get; init; }

    /// <summary>The offset behind the name.</summary>
    public required int NameEnd { get; init; }

    /// <summary>The offset of the value, behind the colon.</summary>
    public required int ValueStart { get; init; }

    /// <summary>The offset behind the value, where the line end stands.</summary>
    public required int End { get; init; }

    /// <summary>The number of the line in the file.</summary>
    public long Number { get; init; }

    /// <summary>How deep the line lies: 1 for the properties of the component itself, and for its own BEGIN and END.</summary>
    public int Depth { get; init; }

    /// <summary>What the line is.</summary>
    public LineKind Kind { get; init; }

    /// <summary>Which property it is, if this program knows it.</summary>
    public PropertyId Property { get; init; }

    /// <summary>Whether the name is followed by parameters.</summary>
    public bool HasParameters => ValueStart > NameEnd + 1;
}
