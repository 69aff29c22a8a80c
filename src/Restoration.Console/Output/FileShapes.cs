using System.Globalization;
using Restoration.Failures;
using Restoration.Files;
using Restoration.Items;

namespace Restoration.Console.Output;

/// <summary>How what is found in files is printed. Other programs read the JSON: members are added, never changed.</summary>
internal static class FileShapes
{
    public static Shape<FileEntry> Entry { get; } = new(
    [
        new("line", entry => entry.Line, "Line"),
        new("itemClass", entry => entry.Item!.ItemClass),
        new("uid", entry => entry.Item!.Key.Uid, "UID"),
        new("recurrenceId", entry => Time(entry.Appointment!.RecurrenceId)),
        new("range", entry => entry.Appointment!.IsThisAndFuture ? "THISANDFUTURE" : null),
        new("summary", entry => entry.Appointment!.Subject, "Subject"),
        new("description", entry => entry.Appointment!.Body),
        new("location", entry => entry.Appointment!.Location),
        new("start", entry => Time(entry.Appointment!.Start), "Start"),
        new("end", entry => Time(entry.Appointment!.End), "End"),
        new("duration", entry => entry.Appointment!.Duration),
        new("allDay", entry => entry.Appointment!.IsAllDay),
        new("rrule", entry => entry.Appointment!.Recurrence?.Rules ?? [], "Recurs"),
        new("exrule", entry => entry.Appointment!.Recurrence?.ExceptionRules ?? []),
        new("rdate", entry => Dates(entry.Appointment!.Recurrence)),
        new("exdate", entry => entry.Appointment!.Recurrence?.ExceptionDates.Select(date => Time(date)) ?? []),
        new("organizer", entry => Person(entry.Appointment!.Organizer)),
        new("attendees", entry => entry.Appointment!.Attendees.Select(Person)),
        new("categories", entry => entry.Appointment!.Categories),
        new("alarms", entry => entry.Appointment!.Alarms.Select(Alarm)),
        new("attachments", entry => entry.Appointment!.Attachments.Select(Attachment)),
        new("sequence", entry => entry.Appointment!.Sequence),
        new("status", entry => entry.Appointment!.Status),
        new("transparency", entry => entry.Appointment!.Transparency),
        new("showAs", entry => entry.Appointment!.ShowAs),
        new("class", entry => Class(entry.Appointment!)),
        new("importance", entry => entry.Appointment!.Importance),
        new("url", entry => entry.Appointment!.Url),
        new("created", entry => entry.Appointment!.Created),
        new("lastModified", entry => entry.Appointment!.LastModified),
        new("stamp", entry => entry.Appointment!.Stamp),
        new("otherProperties", entry => entry.Appointment!.OtherProperties.Select(Property)),
    ]);

    public static Shape<ItemOccurrence> Occurrence { get; } = new(
    [
        new("start", occurrence => occurrence.Start.ToString(), "Start"),
        new("end", occurrence => occurrence.End.ToString(), "End"),
        new("summary", occurrence => occurrence.Subject, "Subject"),
        new("recurrenceId", occurrence => occurrence.RecurrenceId?.ToString()),
        new("overridden", occurrence => occurrence.IsOverridden, "Overridden"),
        new("uid", occurrence => occurrence.Uid, "UID"),
        new("status", occurrence => occurrence.Status),
        new("allDay", occurrence => occurrence.Start.Kind == TimeKind.Date),
        new("timeZone", occurrence => occurrence.Start.IanaTimeZone ?? occurrence.Start.TimeZone),
    ]);

    public static Shape<Finding> Finding { get; } = new(
    [
        new("line", finding => finding.Line, "Line"),
        new("row", finding => finding.Row, "Row"),
        new("severity", finding => finding.Severity, "Severity"),
        new("rule", finding => finding.Rule, "Rule"),
        new("code", finding => finding.Code),
        new("message", finding => finding.Message, "Message"),
        new("item", finding => finding.Item),
        new("file", finding => finding.File),
    ]);

    public static Shape<ConvertedFile> Conversion { get; } = new(
    [
        new("source", file => file.Source, "Source"),
        new("target", file => file.Target, "Target"),
        new("sourceFormat", file => file.SourceFormat),
        new("targetFormat", file => file.TargetFormat, "Format"),
        new("itemCount", file => file.ItemCount, "Items"),
        new("failedCount", file => file.FailedCount, "Failed"),
        new("size", file => file.Size),
        new("outcome", file => file.Failure is not null ? "Failed" : file.IsWhole ? "Converted" : "Partial", "Outcome"),
        new("failure", file => file.Failure),
        new("message", file => file.Message, "Message"),
        new("findings", file => Members(file.Findings.Concat(file.Losses))),
    ]);

    /// <summary>Findings inside another document.</summary>
    public static IEnumerable<JsonMembers> Members(IEnumerable<Finding> findings)
        => findings.Select(finding => new JsonMembers([.. Finding.Fields.Select(field => (field.Name, field.Value(finding)))]));

    /// <summary>A time as it was written, with what it stands for.</summary>
    public static JsonMembers? Time(CalendarTime? time) => time is not { } value ? null : new JsonMembers(
        ("local", value.Local.ToString(value.Kind == TimeKind.Date ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture)),
        ("kind", value.Kind),
        ("timeZone", value.Kind == TimeKind.Utc ? "UTC" : value.TimeZone),
        ("ianaTimeZone", value.Kind == TimeKind.Utc ? "Etc/UTC" : value.IanaTimeZone),
        ("instant", value.Instant))
    {
        Text = Printer.Text(value),
    };

    private static IEnumerable<JsonMembers?> Dates(Recurrence? recurrence) => recurrence is null
        ? []
        : recurrence.Dates.Select(date => Time(date)).Concat(
            recurrence.Periods.Select(period => new JsonMembers(("start", Time(period.Start)), ("end", Time(period.End)))));

    private static JsonMembers? Person(Attendee? person) => person is null ? null : new JsonMembers(
        ("address", person.Address),
        ("email", person.Email),
        ("name", person.Name),
        ("role", person.Role),
        ("status", person.Response),
        ("type", person.Type),
        ("parameters", person.Parameters.Select(Parameter)));

    private static JsonMembers Alarm(Alarm alarm) => new(
        ("action", alarm.Action), ("trigger", alarm.Trigger), ("minutesBeforeStart", alarm.BeforeStart?.TotalMinutes), ("description", alarm.Description),
        ("otherProperties", alarm.OtherProperties.Select(Property)));

    private static JsonMembers Attachment(Attachment attachment) => new(
        ("uri", attachment.Uri), ("name", attachment.Name), ("mediaType", attachment.MediaType), ("size", attachment.Size));

    private static JsonMembers Property(CalendarProperty property) => new(
        ("name", property.Name), ("value", property.Value), ("parameters", property.Parameters.Select(Parameter)));

    private static JsonMembers Parameter(PropertyParameter parameter) => new(("name", parameter.Name), ("values", parameter.Values));

    // A class that nobody knows stays as it was written.
    private static string Class(Appointment appointment)
        => appointment.OtherProperties.FirstOrDefault(property => property.Name.Equals("CLASS", StringComparison.OrdinalIgnoreCase))?.Value
            ?? appointment.Sensitivity switch
            {
                Sensitivity.Private => "PRIVATE",
                Sensitivity.Confidential => "CONFIDENTIAL",
                Sensitivity.Personal => "X-PERSONAL",
                _ => "PUBLIC",
            };
}
