using System.Text;
using Restoration.Failures;

namespace Restoration.Formats.ICalendar.Reading;

/// <summary>Tells bytes that are no text.</summary>
internal static class BinaryContent
{
    private const int Looked = 4096;

    private static ReadOnlySpan<byte> Begin => "BEGIN:"u8;

    /// <summary>Refuses a file that begins like a picture, an archive or a program.</summary>
    /// <exception cref="RestorationException"><see cref="FailureCode.InvalidData"/></exception>
    public static void Refuse(ReadOnlySpan<byte> head, string file)
    {
        bool isCalendar = Ascii.EqualsIgnoreCase(head[..Math.Min(head.Length, Begin.Length)], Begin);
        if (!isCalendar && head[..Math.Min(head.Length, Looked)].Contains((byte)0))
        {
            throw new RestorationException(
                FailureCode.InvalidData,
                $"'{file}' is no text but binary data. If it is an archive, unpack it first.",
                file);
        }
    }
}
