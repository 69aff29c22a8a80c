using System.Globalization;
using Restoration.Auditing;
using Restoration.Configurations;
using Restoration.Failures;
using Restoration.Requests;
using Restoration.Users;

namespace Restoration.Storage.Predecessor;

/// <summary>What a database of the scripts holds besides appointments, in the words of this program.</summary>
internal static class PredecessorRecords
{
    private static readonly string[] Unkept =
    [
        "action_log", "reversible_operations", "reversible_operation_items", "backup_configurations", "backup_job_configurations", "timesheets", "locations",
        "archive_configurations", "job_configurations",
    ];

    /// <summary>Reads it.</summary>
    public static async ValueTask<ForeignRecords> ReadAsync(PredecessorDatabase database, CancellationToken cancellation)
    {
        PredecessorCalendars calendars = await PredecessorCalendars.ReadAsync(database, cancellation).ConfigureAwait(false);
        List<Finding> findings = [];
        List<(string, ConfigurationDraft)> configurations = [];
        foreach (Dictionary<string, object?> row in await database.ReadTableAsync("restoration_configurations", cancellation).ConfigureAwait(false))
        {
            string name = PredecessorCalendars.Text(row, "name") ?? "";
            if (calendars.FindUser(row.GetValueOrDefault("user_id")) is not { } user)
            {
                findings.Add(Lost(name, "The configuration is of no user that the database has."));
            }
            else if (PredecessorConfiguration.Read(row, findings) is { } draft)
            {
                configurations.Add((user, draft));
            }
        }

        foreach (string table in Unkept)
        {
            int count = (await database.ReadTableAsync(table, cancellation).ConfigureAwait(false)).Count;
            if (count > 0)
            {
                findings.Add(Lost(table, FormattableString.Invariant($"The table {table} has {count} rows, for which there is no place here.")));
            }
        }

        return new ForeignRecords
        {
            Users = [.. (await database.ReadTableAsync("users", cancellation).ConfigureAwait(false)).Select(ReadUser).OfType<ForeignUser>()],
            Configurations = configurations,
            AuditEntries = [.. (await database.ReadTableAsync("audit_log", cancellation).ConfigureAwait(false)).Select(row => ReadEntry(row, calendars))],
            Findings = findings,
        };
    }

    /// <summary>Says that something is not kept.</summary>
    internal static Finding Lost(string item, string what) => new(Severity.Warning, FailureCode.NotSupported, what) { Item = item };

    private static ForeignUser? ReadUser(Dictionary<string, object?> row)
        => (PredecessorCalendars.Text(row, "email") ?? PredecessorCalendars.Text(row, "username")) is { } name
            ? new ForeignUser(
                name,
                "admin".Equals(PredecessorCalendars.Text(row, "role"), StringComparison.OrdinalIgnoreCase) ? UserRole.Administrator : UserRole.Operator,
                row.GetValueOrDefault("is_active") is not 0L)
            : null;

    private static AuditEntry ReadEntry(Dictionary<string, object?> row, PredecessorCalendars calendars) => new()
    {
        At = DateTimeOffset.TryParse(
            PredecessorCalendars.Text(row, "created_at"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset at) ? at : default,
        Actor = calendars.FindUser(row.GetValueOrDefault("user_id")) ?? "unknown",
        Operation = $"Imported:{PredecessorCalendars.Text(row, "action_type")}",
        Target = $"{PredecessorCalendars.Text(row, "resource_type")}:{PredecessorCalendars.Text(row, "resource_id")}",
        Outcome = PredecessorCalendars.Text(row, "status") switch
        {
            "success" => AuditOutcome.Succeeded,
            "partial" => AuditOutcome.PartiallySucceeded,
            _ => AuditOutcome.Failed,
        },
        Detail = string.Join(": ", new[] { PredecessorCalendars.Text(row, "operation"), PredecessorCalendars.Text(row, "message") }.OfType<string>()),
    };
}
