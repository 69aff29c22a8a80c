using System.Management.Automation;
using Restoration.Failures;
using Restoration.Hosting;
using Restoration.Items;
using Restoration.Mailboxes;
using Restoration.Policies;
using Restoration.PowerShell.Parameters;
using Restoration.Stores;

namespace Restoration.PowerShell.Commands;

/// <summary>Lists the appointments of calendars.</summary>
[Cmdlet(VerbsCommon.Get, "Appointment")]
[OutputType(typeof(Appointment))]
public sealed class GetAppointmentCommand : AppointmentFilterCmdlet
{
    /// <summary>The mailbox, or those that fit.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true), SupportsWildcards, ArgumentCompleter(typeof(MailboxCompleter))]
    public string Mailbox { get; set; } = "";

    /// <summary>The calendar, or those that fit.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true), Alias("Name")]
    [SupportsWildcards, ValidateNotNullOrEmpty, ArgumentCompleter(typeof(CalendarCompleter))]
    public string Calendar { get; set; } = "Calendar";

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken stop)
    {
        RestorationSession session = await OpenAsync(stop);
        ItemFilter filter = ReadFilter(session.Dates);
        HashSet<string> missing = [.. filter.Uids.Where(uid => !Wildcard.HasWildcard(uid))];
        foreach (Folder calendar in await session.Calendars.ListAsync(Mailbox, Calendar, stop))
        {
            WriteVerbose($"Reading {calendar.Location}");
            await foreach (StoredItem item in session.Calendars.ReadAsync(calendar, filter, stop))
            {
                missing.Remove(item.Item.Key.Uid ?? "");
                if (item.Item.ItemClass == ItemClasses.Appointment)
                {
                    WriteObject(Show(session.Workspace.Codec.Decode(item.Item), calendar));
                }
            }
        }

        foreach (string uid in missing)
        {
            Fail(new RestorationException(FailureCode.AppointmentNotFound, $"No appointment '{uid}' of '{Mailbox}' fits.", uid));
        }
    }

    // Where it was found, so that it can be piped on.
    private static PSObject Show(Appointment appointment, Folder calendar)
    {
        PSObject shown = new(appointment);
        shown.Properties.Add(new PSNoteProperty(nameof(Mailbox), calendar.Mailbox));
        shown.Properties.Add(new PSNoteProperty(nameof(Calendar), calendar.Calendar));
        return shown;
    }
}
