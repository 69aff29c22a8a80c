using System.Globalization;
using Restoration.Formats.ICalendar.Components;
using Restoration.Formats.ICalendar.Values;
using Restoration.Formats.ICalendar.Writing;
using Restoration.Items;
using ItemRecurrence = Restoration.Items.Recurrence;

namespace Restoration.Formats.ICalendar.Items;

/// <summary>
/// Writes an appointment that comes from elsewhere (a table, JSON, Graph) as the content of an item: the same appointment
/// gives the same bytes, strictly by RFC 5545. Times in a zone need a name that the world knows.
/// </summary>
public static class AppointmentEncoder
{
    /// <summary>The content of an item.</summary>
    /// <exception cref="Failures.RestorationException">A name among the other properties is none that iCalendar can hold.</exception>
    public static ReadOnlyMemory<byte> Encode(Appointment appointment)
    {
        ArgumentNullException.ThrowIfNull(appointment);
        ContentBuilder content = new();
        content.Line("BEGIN:VEVENT");
        content.Text("UID", appointment.Uid);
        content.Time("RECURRENCE-ID", NamedTime.Unwritten(appointment, "RECURRENCE-ID", appointment.RecurrenceId), appointment.IsThisAndFuture ? ";RANGE=THISANDFUTURE" : "");
        content.Instant("DTSTAMP", appointment.Stamp ?? appointment.LastModified ?? appointment.Created);
        AppendTimes(content, appointment);
        AppendRecurrence(content, appointment);
        AppendTexts(content, appointment);
        AppendPeople(content, appointment);
        AppendClassification(content, appointment);
        AppendBookkeeping(content, appointment);
        foreach (CalendarProperty property in appointment.OtherProperties.Where(property => !IsReplaced(appointment, property)))
        {
            content.Property(property);
        }

        foreach (Alarm alarm in appointment.Alarms)
        {
            AlarmEncoder.Append(content, alarm);
        }

        content.Line("END:VEVENT");
        return content.Content;
    }

    private static void AppendTimes(ContentBuilder content, Appointment appointment)
    {
        content.Time("DTSTART", NamedTime.Unwritten(appointment, "DTSTART", appointment.Start));
        if (appointment.Duration is { Length: > 0 } duration)
        {
            content.Raw("DURATION", duration);
        }
        else
        {
            content.Time("DTEND", NamedTime.Unwritten(appointment, "DTEND", appointment.End));
        }

        if (appointment is { IsAllDay: true, Start.Kind: not TimeKind.Date })
        {
            content.Line("X-MICROSOFT-CDO-ALLDAYEVENT:TRUE");
        }
    }

    private static void AppendRecurrence(ContentBuilder content, Appointment appointment)
    {
        ItemRecurrence? recurrence = appointment.Recurrence;
        foreach (string rule in NamedList.Unwritten(appointment, "RRULE"))
        {
            content.Raw("RRULE", rule);
        }

        foreach (string rule in NamedList.Unwritten(appointment, "EXRULE"))
        {
            content.Raw("EXRULE", rule);
        }

        foreach (CalendarTime date in recurrence?.Dates ?? [])
        {
            content.Time("RDATE", date);
        }

        foreach (RecurrencePeriod period in recurrence?.Periods ?? [])
        {
            content.Line("RDATE" + TimeText.Format(period));
        }

        foreach (CalendarTime date in recurrence?.ExceptionDates ?? [])
        {
            content.Time("EXDATE", date);
        }
    }

    private static void AppendTexts(ContentBuilder content, Appointment appointment)
    {
        content.Text("SUMMARY", NamedValue.Unwritten(appointment, "SUMMARY", appointment.Subject));
        content.Text("DESCRIPTION", NamedValue.Unwritten(appointment, "DESCRIPTION", appointment.Body));
        content.Text("X-ALT-DESC;FMTTYPE=text/html", NamedValue.Unwritten(appointment, "X-ALT-DESC", appointment.HtmlBody));
        content.Text("LOCATION", NamedValue.Unwritten(appointment, "LOCATION", appointment.Location));
        content.Raw("CATEGORIES", string.Join(',', NamedList.Unwritten(appointment, "CATEGORIES").Select(TextValue.Encode)));
        content.Raw("URL", NamedValue.Unwritten(appointment, "URL", appointment.Url));
        foreach (Attachment attachment in appointment.Attachments.Where(attachment => !attachment.IsInline))
        {
            string parameters = Parameter("FMTTYPE", attachment.MediaType) + Parameter("FILENAME", attachment.Name);
            content.Raw("ATTACH" + parameters, attachment.Uri);
        }
    }

    private static void AppendPeople(ContentBuilder content, Appointment appointment)
    {
        if (appointment.Organizer is { } organizer)
        {
            AppendPerson(content, "ORGANIZER", organizer);
        }

        foreach (Attendee attendee in appointment.Attendees)
        {
            AppendPerson(content, "ATTENDEE", attendee);
        }
    }

    // Parameters that were read stand as they were; the named ones fill in what they lack.
    private static void AppendPerson(ContentBuilder content, string name, Attendee person)
    {
        List<PropertyParameter> parameters = [.. person.Parameters];
        Add("CN", person.Name, null);
        if (name == "ATTENDEE")
        {
            Add("CUTYPE", person.Type, "INDIVIDUAL");
            Add("ROLE", person.Role, "REQ-PARTICIPANT");
            Add("PARTSTAT", person.Response, "NEEDS-ACTION");
        }

        string address = CalendarAddress.OfEmail(person.Address.Length > 0 ? person.Address : person.Email ?? "");
        content.Line(PropertyText.Format(name, parameters, address));

        void Add(string parameter, string? value, string? usual)
        {
            bool isWritten = parameters.Exists(other => other.Name.Equals(parameter, StringComparison.OrdinalIgnoreCase));
            if (!isWritten && !string.IsNullOrEmpty(value) && value != usual)
            {
                parameters.Add(new PropertyParameter(parameter, [value]));
            }
        }
    }

    private static void AppendClassification(ContentBuilder content, Appointment appointment)
    {
        content.Raw("STATUS", NamedValue.Unwritten(appointment, "STATUS", appointment.Status));
        if (appointment.Sensitivity != Sensitivity.Normal && !NamedValue.SaysSensitivity(appointment))
        {
            content.Raw("CLASS", Classification.Format(appointment.Sensitivity));
        }

        content.Raw("TRANSP", appointment.Transparency ?? (appointment.ShowAs == BusyStatus.Free ? "TRANSPARENT" : null));
        if (appointment.ShowAs != BusyStatus.Busy || appointment.Transparency is not (null or "OPAQUE"))
        {
            content.Raw("X-MICROSOFT-CDO-BUSYSTATUS", Classification.Format(appointment.ShowAs));
        }

        if (appointment.Importance != Importance.Normal && !NamedValue.SaysImportance(appointment))
        {
            content.Raw("PRIORITY", Classification.ToPriority(appointment.Importance).ToString(CultureInfo.InvariantCulture));
        }
    }

    private static void AppendBookkeeping(ContentBuilder content, Appointment appointment)
    {
        if (appointment.Sequence > 0)
        {
            content.Raw("SEQUENCE", appointment.Sequence.ToString(CultureInfo.InvariantCulture));
        }

        content.Instant("CREATED", appointment.Created);
        content.Instant("LAST-MODIFIED", appointment.LastModified);
        content.Raw(MetadataNames.ImmutableId, appointment.ImmutableId);
    }

    private static bool IsReplaced(Appointment appointment, CalendarProperty property)
        => NamedValue.IsReplaced(appointment, property) || NamedTime.IsReplaced(appointment, property) || NamedList.IsReplaced(appointment, property);

    private static string Parameter(string name, string? value)
        => string.IsNullOrEmpty(value) ? "" : $";{name}={ParameterText.Encode(value)}";
}
