using System.Buffers;
using System.Text;
using Restoration.Formats.ICalendar.Values;

namespace Restoration.Formats.ICalendar.Writing;

/// <summary>
/// Writes content lines (RFC 5545 §3.1): ended by CR LF, folded at 75 octets, never inside a character nor inside an
/// escape, free of the control characters that no line may hold.
/// </summary>
internal sealed class LineWriter(OutputBuffer output)
{
    private const int MostOctets = 75;

    /// <summary>Writes a line.</summary>
    /// <param name="line">The unfolded line without its end.</param>
    public void Write(ReadOnlySpan<byte> line)
    {
        if (ControlCharacters.IsIn(line))
        {
            byte[] clean = new byte[line.Length];
            line = clean.AsSpan(0, ControlCharacters.Clean(line, clean, keepsLineFeeds: false));
        }

        int room = MostOctets;
        while (line.Length > room)
        {
            int cut = FindCut(line, room);
            output.Write(line[..cut]);
            output.Write("\r\n "u8);
            line = line[cut..];
            room = MostOctets - 1;
        }

        output.Write(line);
        output.Write("\r\n"u8);
    }

    /// <summary>Writes a line that is text.</summary>
    public void Write(string line)
    {
        int length = Encoding.UTF8.GetMaxByteCount(line.Length);
        byte[] rented = ArrayPool<byte>.Shared.Rent(length);
        Write(rented.AsSpan(0, Encoding.UTF8.GetBytes(line, rented)));
        ArrayPool<byte>.Shared.Return(rented);
    }

    private static int FindCut(ReadOnlySpan<byte> line, int room)
    {
        int cut = room;
        while (cut > 1 && (line[cut] & 0xC0) == 0x80)
        {
            cut--;
        }

        int escapes = 0;
        while (escapes < cut && line[cut - 1 - escapes] is (byte)'\\' or (byte)'^')
        {
            escapes++;
        }

        // An escape that is cut in two is read back as well, but not by everybody.
        return cut - (escapes % 2);
    }
}
