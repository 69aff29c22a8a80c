using System.Globalization;
using System.Text;
using System.Text.Json;
using Restoration.Failures;
using Restoration.Formats.ICalendar.Components;
using Restoration.Formats.ICalendar.Items;
using Restoration.Formats.ICalendar.Writing;
using Restoration.Formats.Json.Events;
using Restoration.Formats.Text;
using Restoration.Items;
using Restoration.Sources;

namespace Restoration.Formats.Json;

/// <summary>
/// What a file of ours says of itself and of the calendar: <c>{"schemaVersion":1,"name":…,"mailbox":…,"folder":…,"takenAt":…}</c>.
/// </summary>
internal static class HeaderJson
{
    /// <summary>The member that holds it.</summary>
    public const string Member = "restoration";

    /// <summary>The version of the schema that is written; docs/formats.md describes it.</summary>
    public const int SchemaVersion = 1;

    /// <summary>Writes the object.</summary>
    public static void Write(Utf8JsonWriter writer, CalendarInfo info, WriteOptions options)
    {
        writer.WriteStartObject();
        writer.WriteNumber("schemaVersion", SchemaVersion);
        WriteText(writer, "name", info.Name);
        if (options.IncludeMetadata)
        {
            WriteText(writer, "mailbox", info.Mailbox);
            WriteText(writer, "folder", info.Folder?.ToString());
            WriteText(writer, "takenAt", Format(info.TakenAt));
            WriteText(writer, "writtenAt", Format(options.WrittenAt));
        }

        CalendarProperty[] properties =
            [.. info.Properties.Where(property => options.IncludeMetadata || !MetadataNames.IsOurs(Encoding.UTF8.GetBytes(property.Name)))];
        if (properties.Length > 0)
        {
            writer.WriteStartArray("properties");
            WriteProperties(writer, properties);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    /// <summary>Reads the object.</summary>
    /// <exception cref="RestorationException"><see cref="FailureCode.UnsupportedFormat"/>: a later version of this program has written it.</exception>
    public static CalendarInfo Read(ReadOnlyMemory<byte> json, ReadOptions options)
    {
        CalendarInfo info = new();
        Utf8JsonReader reader = new(json.Span, JsonSyntax.Reading(options.Limits));
        reader.Read();
        EventDraft draft = new(options.TimeZone);
        if (!draft.Enter(ref reader, JsonTokenType.StartObject, Member))
        {
            return info;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = draft.StringOf(ref reader);
            reader.Read();
            if (name == "schemaVersion" && reader.TokenType == JsonTokenType.Number && !(reader.TryGetInt32(out int version) && version <= SchemaVersion))
            {
                throw new RestorationException(
                    FailureCode.UnsupportedFormat,
                    $"'{options.FileName}' is written in a later version of the format than {SchemaVersion}. Read it with the version of this program that wrote it, or a later one.",
                    options.FileName);
            }

            info = Take(ref reader, name, info, draft);
        }

        return info;
    }

    private static CalendarInfo Take(ref Utf8JsonReader reader, string name, CalendarInfo info, EventDraft draft)
    {
        switch (name)
        {
            case "name" when reader.TokenType == JsonTokenType.String:
                return info with { Name = draft.StringOf(ref reader) };
            case "mailbox" when reader.TokenType == JsonTokenType.String:
                return info with { Mailbox = draft.StringOf(ref reader) };
            case "folder" when reader.TokenType == JsonTokenType.String:
                return info with { Folder = ParseFolder(draft.StringOf(ref reader)) };
            case "takenAt" when reader.TokenType == JsonTokenType.String && IsoTime.TryParse(draft.TextOf(ref reader), out IsoTime taken) && !taken.IsNaive:
                return info with { TakenAt = new DateTimeOffset(taken.Value.Local, TimeSpan.Zero) };
            case "count" when reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out long count):
                return info with { ItemCount = count };
            case "properties" when reader.TokenType == JsonTokenType.StartArray:
                return info with { Properties = ReadProperties(ref reader, draft) };
            default:
                reader.Skip();
                return info;
        }
    }

    private static void WriteProperties(Utf8JsonWriter writer, CalendarProperty[] properties)
    {
        StringBuilder lines = new();
        foreach (CalendarProperty property in properties)
        {
            lines.Append(PropertyText.Format(property)).Append("\r\n");
        }

        using FragmentReader fragment = new();
        fragment.Open(Encoding.UTF8.GetBytes($"BEGIN:X-HEADER\r\n{lines}END:X-HEADER\r\n"));
        if (fragment.Next() is { } component)
        {
            for (int index = 1; index < component.LineCount - 1; index++)
            {
                PropertyJson.Write(writer, component, in component.Lines[index]);
            }
        }
    }

    private static List<CalendarProperty> ReadProperties(ref Utf8JsonReader reader, EventDraft draft)
    {
        List<CalendarProperty> properties = [];
        draft.Content.Line("BEGIN:X-HEADER"u8);
        ComponentJson.ReadAll(ref reader, draft, isComponent: false);
        draft.Content.Line("END:X-HEADER"u8);
        using FragmentReader fragment = new();
        fragment.Open(draft.Content.Content);
        if (draft.Fault is null && fragment.Next() is { } component)
        {
            for (int index = 1; index < component.LineCount - 1; index++)
            {
                properties.Add(PropertyReader.Read(component, in component.Lines[index]));
            }
        }

        return properties;
    }

    private static FolderPath? ParseFolder(string text)
    {
        try
        {
            return FolderPath.Parse(text);
        }
        catch (RestorationException)
        {
            // A folder that cannot exist here is a folder that is not known.
            return null;
        }
    }

    private static void WriteText(Utf8JsonWriter writer, string name, string? text)
    {
        if (text is not null)
        {
            writer.WriteString(name, text);
        }
    }

    private static string? Format(DateTimeOffset? moment)
        => moment?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
