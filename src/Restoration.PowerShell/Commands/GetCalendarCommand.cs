using System.Management.Automation;
using Restoration.Hosting;
using Restoration.Mailboxes;
using Restoration.PowerShell.Parameters;

namespace Restoration.PowerShell.Commands;

/// <summary>Lists calendars.</summary>
[Cmdlet(VerbsCommon.Get, "Calendar")]
[OutputType(typeof(Folder))]
public sealed class GetCalendarCommand : AsyncCmdlet
{
    /// <summary>Only of this mailbox, or of those that fit.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards, ValidateNotNullOrEmpty, ArgumentCompleter(typeof(MailboxCompleter))]
    public string? Mailbox { get; set; }

    /// <summary>Only this calendar, or those that fit.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true), Alias("Calendar")]
    [SupportsWildcards, ValidateNotNullOrEmpty, ArgumentCompleter(typeof(CalendarCompleter))]
    public string? Name { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken stop)
    {
        RestorationSession session = await OpenAsync(stop);
        WriteObject(await session.Calendars.ListAsync(Mailbox, Name, stop), enumerateCollection: true);
    }
}
