using System.Globalization;
using System.Text.Json;
using Restoration.Failures;
using Restoration.Formats.Graph;
using Restoration.Formats.ICalendar.Values;
using Restoration.Formats.Recurrence;
using Restoration.Items;
using ItemRecurrence = Restoration.Items.Recurrence;

namespace Restoration.Formats.Tables;

/// <summary>Makes an appointment of a row of a table that another program wrote.</summary>
internal static class TableAppointment
{
    private const string BackupMark = "[BACKUP] ";
    private const string BackupBody = "Backup of appointment from '";
    private const string BackupOriginal = "'. Original: ";
    private const string Kept = "X-RESTORATION-JSON";

    /// <summary>Reads a row.</summary>
    /// <exception cref="RestorationException">The row says no times, or none that can be understood.</exception>
    public static Appointment Read(TableRow row, TableOptions options)
    {
        TableTimes times = TableTimes.Read(row, options);
        IReadOnlyList<Attendee> attendees = TablePeople.Attendees(row);
        string? body = BodyOf(row);
        bool isHtml = "html".Equals(row.Trimmed(TableField.BodyType), StringComparison.OrdinalIgnoreCase);
        string? rule = RuleOf(row, times.Start);
        bool isPrivate = TableWords.Truth(row.Trimmed(TableField.IsPrivate)) == true;
        Sensitivity sensitivity = TableWords.SensitivityOf(row.Trimmed(TableField.Sensitivity)) ?? Sensitivity.Normal;
        return new Appointment
        {
            Uid = row.Trimmed(TableField.Uid),
            ImmutableId = row.Trimmed(TableField.Id) is { } id && id.StartsWith("AAkA", StringComparison.Ordinal) ? id : null,
            Subject = SubjectOf(row),
            Body = isHtml ? null : body,
            HtmlBody = isHtml ? body : null,
            Location = TableJson.Parse(row[TableField.Location])?.Text("displayName") ?? row[TableField.Location],
            Start = times.Start,
            End = times.End,
            IsAllDay = times.IsAllDay,
            Recurrence = rule is null ? null : new ItemRecurrence { Rules = [rule] },
            Organizer = attendees.Count > 0 ? TablePeople.Organizer(row) : null,
            Attendees = attendees,
            Categories = CategoriesOf(row[TableField.Categories]),
            Alarms = AlarmsOf(row, times, options),
            Sensitivity = isPrivate && sensitivity == Sensitivity.Normal ? Sensitivity.Private : sensitivity,
            ShowAs = TableWords.BusyStatusOf(row.Trimmed(TableField.ShowAs)) ?? BusyStatus.Busy,
            Importance = TableWords.ImportanceOf(row.Trimmed(TableField.Importance)) ?? Importance.Normal,
            Status = TableWords.Truth(row.Trimmed(TableField.IsCancelled)) == true ? "CANCELLED" : null,
            Created = InstantOf(row.Trimmed(TableField.Created)),
            LastModified = InstantOf(row.Trimmed(TableField.LastModified)),
            Url = row.Trimmed(TableField.Url),
            OtherProperties = row.Others.Count == 0 ? [] : [new CalendarProperty(Kept, TextValue.Encode(TableJson.Write(row.Others)))],
        };
    }

    private static string SubjectOf(TableRow row)
    {
        string subject = row[TableField.Subject] ?? "";
        return row.IsMarkedBackup && subject.StartsWith(BackupMark, StringComparison.Ordinal) ? subject[BackupMark.Length..] : subject;
    }

    // Backups of the kind that mark their subjects put a sentence before the body, and the word None where there was none.
    private static string? BodyOf(TableRow row)
    {
        string? cell = row[TableField.Body] ?? row[TableField.BodyPreview];
        string body = TableJson.Parse(cell)?.Text("content") ?? cell ?? "";
        if (body.Length == 0)
        {
            return null;
        }

        int original = row.IsMarkedBackup && body.StartsWith(BackupBody, StringComparison.Ordinal) ? body.IndexOf(BackupOriginal, StringComparison.Ordinal) : -1;
        string text = original < 0 ? body : body[(original + BackupOriginal.Length)..];
        return original >= 0 && text == "None" ? null : text;
    }

    private static string? RuleOf(TableRow row, CalendarTime start)
    {
        string? cell = row.Trimmed(TableField.Recurrence);
        if (cell is null)
        {
            return null;
        }

        string? rule = TableJson.Parse(cell) is { ValueKind: JsonValueKind.Object } json ? GraphRecurrence.ReadRule(json, start)
            : cell.StartsWith("RRULE:", StringComparison.OrdinalIgnoreCase) ? cell[6..] : cell;
        return rule is null || RecurrenceRule.TryParse(rule, out _, out string? error)
            ? rule
            : throw new RestorationException(FailureCode.ParserError, $"The recurrence '{cell}' cannot be read: {error}", cell);
    }

    private static IReadOnlyList<string> CategoriesOf(string? cell)
    {
        if (TableJson.Parse(cell) is { ValueKind: JsonValueKind.Array } list)
        {
            return [.. list.EnumerateArray().Where(each => each.ValueKind == JsonValueKind.String).Select(each => each.GetString()!)];
        }

        char separator = cell?.Contains(';', StringComparison.Ordinal) == true ? ';' : ',';
        return (cell ?? "").Split(separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }

    private static Alarm[] AlarmsOf(TableRow row, TableTimes times, TableOptions options)
    {
        if (TableWords.Truth(row.Trimmed(TableField.IsReminderOn)) == false)
        {
            return [];
        }

        TimeSpan? before = int.TryParse(row.Trimmed(TableField.ReminderMinutes), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int minutes)
            ? TimeSpan.FromMinutes(minutes)
            : TableTimes.MomentOf(row, TableField.Unknown, TableField.ReminderDate, TableField.ReminderTime, options) is { } moment
            ? times.Start.Local - moment.Local
            : null;
        return before is { } length ? [new Alarm { BeforeStart = length, Trigger = length == TimeSpan.Zero ? "PT0S" : DurationText.Format(-length) }] : [];
    }

    // Book-keeping only: what cannot be read does not cost the appointment, and without an offset it is UTC.
    private static DateTimeOffset? InstantOf(string? cell)
        => DateTimeOffset.TryParse(cell, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset instant) ? instant : null;
}
