using System.Text.Encodings.Web;
using System.Text.Json;
using Restoration.Sources;

namespace Restoration.Formats.Json;

/// <summary>How JSON is read and written here.</summary>
internal static class JsonSyntax
{
    // An appointment lies four deep in its file, and a component in it takes two arrays.
    private const int OwnNesting = 16;
    private const int MostNesting = 10_000;

    /// <summary>Compact, and letters of all scripts as they are.</summary>
    public static JsonWriterOptions Writing { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>With commas behind the last member, which people leave there.</summary>
    public static JsonReaderOptions Reading(ReadLimits limits)
        => new() { AllowTrailingCommas = true, MaxDepth = OwnNesting + (2 * Math.Min(limits.Nesting, MostNesting)) };

    /// <summary>For JSON that this program wrote: as deep as any item that was read.</summary>
    public static JsonReaderOptions Own { get; } = new() { AllowTrailingCommas = true, MaxDepth = OwnNesting + (2 * MostNesting) };

    /// <inheritdoc cref="Own"/>
    public static JsonDocumentOptions OwnDocument { get; } = new() { AllowTrailingCommas = true, MaxDepth = OwnNesting + (2 * MostNesting) };

    /// <summary>Copies a text that is JSON without the blanks between its tokens.</summary>
    /// <param name="json">The text.</param>
    /// <param name="target">Room for as many bytes.</param>
    /// <returns>How many bytes were written.</returns>
    public static int Compact(ReadOnlySpan<byte> json, Span<byte> target)
    {
        int length = 0;
        while (true)
        {
            int next = json.IndexOfAny("\" \t\r\n"u8);
            int plain = next < 0 ? json.Length : next;
            json[..plain].CopyTo(target[length..]);
            length += plain;
            if (next < 0)
            {
                return length;
            }

            int taken = json[next] == '"' ? StringLength(json[next..]) : 0;
            json.Slice(next, taken).CopyTo(target[length..]);
            length += taken;
            json = json[(next + Math.Max(taken, 1))..];
        }
    }

    // With both quotes; the text was read before, so the string has an end.
    private static int StringLength(ReadOnlySpan<byte> json)
    {
        int position = 1;
        while (true)
        {
            position += json[position..].IndexOfAny((byte)'"', (byte)'\\');
            if (json[position] == '"')
            {
                return position + 1;
            }

            position += 2;
        }
    }
}
