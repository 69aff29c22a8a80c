using System.Buffers;

namespace Restoration.Formats.ICalendar.Lexing;

/// <summary>Finds name, parameters and value of a content line (RFC 5545 §3.1).</summary>
internal static class ContentLineSyntax
{
    private static readonly SearchValues<byte> NameCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_."u8);

    private static readonly SearchValues<byte> ParameterMarks = SearchValues.Create(":;=\"\x7F"u8);

    /// <summary>Splits a line.</summary>
    /// <param name="line">The unfolded line without its end.</param>
    /// <param name="nameEnd">Where the name ends.</param>
    /// <param name="valueStart">Where the value begins, behind the colon.</param>
    /// <returns>False if the line is not as the specification has it; perhaps it can be repaired.</returns>
    public static bool TrySplit(ReadOnlySpan<byte> line, out int nameEnd, out int valueStart)
    {
        valueStart = 0;
        nameEnd = NameLength(line);
        if (nameEnd <= 0)
        {
            return false;
        }

        if (line[nameEnd] == ':')
        {
            valueStart = nameEnd + 1;
            return true;
        }

        return line[nameEnd] == ';' && TryFindValue(line, nameEnd, out valueStart);
    }

    /// <summary>How many bytes at the start of a line could be a name; -1 if nothing follows them.</summary>
    public static int NameLength(ReadOnlySpan<byte> line) => line.IndexOfAnyExcept(NameCharacters);

    /// <summary>
    /// Whether a parameter can be read again under this name. Real files have names that the specification does not allow (<c>SE^T-BY</c>);
    /// what was read so is written so.
    /// </summary>
    public static bool IsParameterName(ReadOnlySpan<byte> name)
        => !name.IsEmpty && !name.ContainsAny(ParameterMarks) && !name.ContainsAnyInRange((byte)0, (byte)0x1F);

    /// <summary>Whether a component can be read again under this name: as for parameters, what was read so is written so.</summary>
    public static bool IsComponentName(ReadOnlySpan<byte> name)
        => !name.IsEmpty && !name.ContainsAnyInRange((byte)0, (byte)0x1F) && !name.Contains((byte)0x7F) && name.Trim((byte)' ').Length == name.Length;

    /// <summary>
    /// The colon before the value is the first outside quotes. A quoted value begins behind = or a comma and ends
    /// before ; : or a comma.
    /// </summary>
    private static bool TryFindValue(ReadOnlySpan<byte> line, int position, out int valueStart)
    {
        valueStart = 0;
        while (true)
        {
            int next = line[position..].IndexOfAny((byte)':', (byte)'"');
            if (next < 0)
            {
                return false;
            }

            position += next;
            if (line[position] == ':')
            {
                valueStart = position + 1;
                return true;
            }

            int length = line[(position + 1)..].IndexOf((byte)'"');
            int behind = position + length + 2;
            if (length < 0 || behind >= line.Length
                || line[position - 1] is not ((byte)'=' or (byte)',')
                || line[behind] is not ((byte)';' or (byte)':' or (byte)','))
            {
                return false;
            }

            position = behind;
        }
    }
}
