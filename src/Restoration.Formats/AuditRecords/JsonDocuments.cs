using System.Text;
using System.Text.Json;
using Restoration.Formats.Text;
using Restoration.Sources;

namespace Restoration.Formats.AuditRecords;

/// <summary>Tells how a file of JSON is made up.</summary>
internal static class JsonDocuments
{
    // The first lines of NDJSON are records, which have a few KB.
    private const int LongestLook = 4 << 20;

    private static readonly JsonReaderOptions Lenient = new() { AllowTrailingCommas = true };

    /// <summary>Begins to read; NDJSON is recognised by a first or second line that is an object of its own.</summary>
    /// <param name="utf8">The text, as <see cref="TextInput"/> gives it; stays the caller's.</param>
    /// <param name="options">The file's name, and the limits.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static async ValueTask<IJsonDocuments> OpenAsync(Stream utf8, ReadOptions options, CancellationToken cancellation)
    {
        InputBuffer buffer = new(utf8, options.FileName);
        try
        {
            int secondEnd = -1;
            do
            {
                await buffer.FillAsync(cancellation).ConfigureAwait(false);
                int firstEnd = buffer.Unread.Span.IndexOf((byte)'\n');
                secondEnd = firstEnd < 0 ? -1 : buffer.Unread.Span[(firstEnd + 1)..].IndexOf((byte)'\n');
            }
            while (secondEnd < 0 && !buffer.IsAtEnd && buffer.Unread.Length < LongestLook);
            return AreLines(buffer.Unread.Span) ? new JsonLines(buffer, options) : new JsonValues(buffer, options);
        }
        catch
        {
            buffer.Dispose();
            throw;
        }
    }

    /// <summary>The names of an object's members, as far as it can be read.</summary>
    public static IReadOnlyList<string> NamesIn(ReadOnlySpan<byte> document)
    {
        List<string> names = [];
        try
        {
            Utf8JsonReader reader = new(document, Lenient);
            if (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
            {
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    names.Add(Encoding.UTF8.GetString(JsonText.ReadBytes(ref reader)));
                    reader.Skip();
                }
            }
        }
        catch (JsonException)
        {
            // The names serve a message about the file; those before the break do as well.
        }

        return names;
    }

    /// <summary>Whether this is a page of Graph with nothing on it.</summary>
    public static bool IsEmptyPage(ReadOnlySpan<byte> document)
    {
        Utf8JsonReader reader = new(document, Lenient);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isValue = reader.ValueTextEquals("value"u8);
            reader.Read();
            if (isValue && reader.TokenType == JsonTokenType.StartArray)
            {
                return reader.Read() && reader.TokenType == JsonTokenType.EndArray;
            }

            reader.Skip();
        }

        return false;
    }

    private static bool AreLines(ReadOnlySpan<byte> text)
    {
        int firstEnd = text.IndexOf((byte)'\n');
        if (firstEnd < 0 || text[firstEnd..].IndexOfAnyExcept(" \t\r\n"u8) < 0)
        {
            return false;
        }

        ReadOnlySpan<byte> rest = text[(firstEnd + 1)..];
        int secondEnd = rest.IndexOf((byte)'\n');
        return IsObject(text[..firstEnd]) || IsObject(secondEnd < 0 ? rest : rest[..secondEnd]);
    }

    private static bool IsObject(ReadOnlySpan<byte> line)
    {
        try
        {
            Utf8JsonReader reader = new(line, Lenient);
            return reader.Read() && reader.TokenType == JsonTokenType.StartObject && reader.TrySkip() && !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
