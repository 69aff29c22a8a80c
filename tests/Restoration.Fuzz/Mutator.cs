using System.Text;

namespace Restoration.Fuzz;

/// <summary>A mutated input, which its seed and number make again.</summary>
internal sealed record FuzzCase(ulong Seed, long Number, Target Target, byte[] Input);

/// <summary>Makes inputs: now and then bytes at random, else one of the corpus with a few things changed.</summary>
internal sealed class Mutator(Corpus corpus)
{
    private const int MostChanges = 8;
    private const int LongestPiece = 400;

    private static readonly byte[][] Pieces =
    [
        .. new[]
        {
            "BEGIN:VEVENT\r\n", "END:VEVENT\r\n", "BEGIN:VTIMEZONE\r\nTZID:X\r\n", "END:VALARM", "\r\n", "\n", "\r", "\r\n ", "\t", ":", ";", ",", "=", "\"", "\\", "\\n", "^n", "^", "{", "}", "[", "]", "null", "true",
            "-", "99999999999999999999", "0", "-1", "1e999", "00010101T000000", "99991231T235959Z", "16010101T000000", "20260230", "T", "Z", "+9999", "TZID=", "VALUE=DATE", "VALUE=PERIOD", "ENCODING=QUOTED-PRINTABLE",
            "=0D=0A=\r\n", "RRULE:FREQ=SECONDLY\r\n", "EXRULE:FREQ=DAILY\r\n", "RDATE:", "EXDATE;VALUE=DATE:", "COUNT=2147483647", "INTERVAL=999999999", "BYSETPOS=366", "P9999999W", "-PT1S", "\uFEFF", "\0", "\u2028", "\u0085", "\uFFFF", "🙂",
            "RANGE=THISANDFUTURE", "RECURRENCE-ID:", "'=1+1", "\"\"", ";;;;", "\\ud800", "uid", "2026-13-45T99:99:99",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF, 0xFE], [0xFE, 0xFF], [0xC3], [0xE2, 0x80], [0x80], [0x1F, 0x8B],
    ];

    /// <summary>Makes one case, always the same.</summary>
    public FuzzCase Make(ulong seed, long number)
    {
        Random random = new(HashCode(seed, number));
        Seed origin = corpus.Seeds[random.Next(corpus.Seeds.Count)];
        if (random.Next(20) == 0)
        {
            byte[] noise = new byte[random.Next(2_000)];
            random.NextBytes(noise);
            return new FuzzCase(seed, number, origin.Target, noise);
        }

        List<byte> input = [.. origin.Input];
        for (int change = random.Next(1, MostChanges); change > 0; change--)
        {
            Change(input, random);
        }

        return new FuzzCase(seed, number, origin.Target, [.. input]);
    }

    private void Change(List<byte> input, Random random)
    {
        int at = random.Next(input.Count + 1);
        int length = Math.Min(random.Next(LongestPiece), input.Count - at);
        switch (random.Next(9))
        {
            case 0 when at < input.Count:
                input[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1 when at < input.Count:
                input[at] = (byte)random.Next(256);
                break;
            case 2:
                input.RemoveRange(at, length);
                break;
            case 3:
                input.InsertRange(random.Next(input.Count + 1), input.GetRange(at, length));
                break;
            case 4:
                byte[] other = corpus.Seeds[random.Next(corpus.Seeds.Count)].Input;
                int from = random.Next(other.Length);
                input.InsertRange(at, other[from..Math.Min(other.Length, from + length)]);
                break;
            case 5 when length < LongestPiece / 4:
                input.RemoveRange(at, input.Count - at);
                break;
            case 6:
                List<byte> piece = input.GetRange(at, Math.Min(length, 40));
                for (int copies = random.Next(300); copies > 0; copies--)
                {
                    input.InsertRange(at, piece);
                }

                break;
            default:
                input.InsertRange(at, Pieces[random.Next(Pieces.Length)]);
                break;
        }
    }

    // System.HashCode differs from run to run.
    private static int HashCode(ulong seed, long number) => (int)(((seed * 0x9E3779B97F4A7C15) ^ (ulong)number * 0xC2B2AE3D27D4EB4F) >> 33);
}
