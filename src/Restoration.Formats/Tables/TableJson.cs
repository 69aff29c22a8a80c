using System.Text;
using System.Text.Json;
using Restoration.Formats.Json;

namespace Restoration.Formats.Tables;

/// <summary>JSON in the cells of a table, also where a program has encoded it twice.</summary>
internal static class TableJson
{
    private const int MostLayers = 3;

    private static readonly JsonDocumentOptions Syntax = new() { AllowTrailingCommas = true, MaxDepth = 64 };

    /// <summary>The value in a cell; null if it holds no list and no object.</summary>
    public static JsonElement? Parse(string? cell)
    {
        string? text = cell;
        for (int layer = 0; layer < MostLayers && text is not null && text.AsSpan().TrimStart() is ['[' or '{' or '"', ..]; layer++)
        {
            try
            {
                using JsonDocument document = JsonDocument.Parse(JsonRepair.Repair(Encoding.UTF8.GetBytes(text)), Syntax);
                if (document.RootElement.ValueKind != JsonValueKind.String)
                {
                    return document.RootElement.Clone();
                }

                text = document.RootElement.GetString();
            }
            catch (JsonException)
            {
                // A text that only begins like JSON.
                return null;
            }
        }

        return null;
    }

    /// <summary>Members as one object.</summary>
    public static string Write(IEnumerable<KeyValuePair<string, string>> members)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, JsonSyntax.Writing))
        {
            writer.WriteStartObject();
            foreach ((string name, string value) in members)
            {
                writer.WriteString(name, value);
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
