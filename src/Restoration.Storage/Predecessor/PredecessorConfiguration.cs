using System.Text.Json;
using System.Text.Json.Nodes;
using Restoration.Configurations;
using Restoration.Failures;

namespace Restoration.Storage.Predecessor;

/// <summary>Says a saved restore of the scripts in the words of this program.</summary>
internal static class PredecessorConfiguration
{
    /// <summary>Reads a row; null, and a finding, if it cannot be said.</summary>
    public static ConfigurationDraft? Read(Dictionary<string, object?> row, List<Finding> findings)
    {
        string name = PredecessorCalendars.Text(row, "name") ?? "";
        if (ReadSource(row) is not { } source || ReadDestination(row) is not { } destination)
        {
            findings.Add(PredecessorRecords.Lost(name, $"The configuration '{name}' has a source or a destination that is none here."));
            return null;
        }

        return new ConfigurationDraft
        {
            Name = name,
            Description = PredecessorCalendars.Text(row, "description"),
            SourceType = source.Type,
            Source = source.Json.ToJsonString(),
            DestinationType = destination.Type,
            Destination = destination.Json.ToJsonString(),
            Policy = ReadPolicy(Parse(row, "restoration_policy"))?.ToJsonString(),
            IsActive = row.GetValueOrDefault("is_active") is not 0L,
        };
    }

    private static (SourceType Type, JsonObject Json)? ReadSource(Dictionary<string, object?> row)
    {
        JsonObject given = Parse(row, "source_config") ?? [];
        switch (PredecessorCalendars.Text(row, "source_type"))
        {
            case "audit_log":
                return (SourceType.AuditLog, Members(("startDate", given["start_date"]), ("endDate", given["end_date"]), ("timeZone", given["start_date"] is null ? null : "UTC")));
            case "backup_calendar":
                return (SourceType.BackupCalendar, Members(("calendars", given["calendar_names"] ?? given["source_calendars"] ?? given["calendar_name"])));
            case "export_file":
                return (SourceType.ExportFile, Members(("paths", given["file_paths"] ?? given["file_path"]), ("format", given["file_format"] ?? given["format"])));
            default:
                return null;
        }
    }

    private static (DestinationType Type, JsonObject Json)? ReadDestination(Dictionary<string, object?> row)
    {
        JsonObject given = Parse(row, "destination_config") ?? [];
        JsonNode? calendar = given["calendar_name"] ?? given["calendar"] ?? given["destination_calendar"];
        return PredecessorCalendars.Text(row, "destination_type") switch
        {
            "local_calendar" => (DestinationType.LocalCalendar, Members(("calendar", calendar))),
            "msgraph_calendar" => (DestinationType.MSGraphCalendar, Members(("calendar", calendar))),
            "export_file" => (DestinationType.ExportFile, Members(("path", given["file_path"]), ("format", given["file_format"] ?? given["format"]))),
            _ => null,
        };
    }

    private static JsonObject? ReadPolicy(JsonObject? given)
    {
        if (given is null)
        {
            return null;
        }

        JsonNode? range = given["date_range"];
        JsonNode? subject = given["subject_filter"];
        JsonNode? category = given["category_filter"];
        bool isDated = (range?["start"] ?? range?["start_date"] ?? range?["end"] ?? range?["end_date"]) is not null;
        return Members(
            ("duplicates", given["skip_duplicates"]?.GetValueKind() == JsonValueKind.False ? "None" : null),
            ("startDate", range?["start"] ?? range?["start_date"]),
            ("endDate", range?["end"] ?? range?["end_date"]),
            ("timeZone", isDated ? "UTC" : null),
            ("subjects", subject?["include"]),
            ("excludeSubjects", subject?["exclude"]),
            ("categories", category?["include"]),
            ("excludeCategories", category?["exclude"]));
    }

    // Empty lists and texts of the scripts mean nothing; here they would be mistakes.
    private static JsonObject Members(params (string Name, JsonNode? Value)[] members)
    {
        JsonObject made = [];
        foreach ((string name, JsonNode? value) in members)
        {
            if (value is not null and not JsonArray { Count: 0 } && !(value.GetValueKind() == JsonValueKind.String && value.GetValue<string>().Length == 0))
            {
                made[name] = value.DeepClone();
            }
        }

        return made;
    }

    // What was stored was encoded once more than it is now read, or twice.
    private static JsonObject? Parse(Dictionary<string, object?> row, string column)
    {
        string? text = PredecessorCalendars.Text(row, column);
        while (text is not null)
        {
            try
            {
                JsonNode? node = JsonNode.Parse(text);
                if (node is JsonObject found)
                {
                    return found;
                }

                text = node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : null;
            }
            catch (JsonException)
            {
                return null;
            }
        }

        return null;
    }
}
