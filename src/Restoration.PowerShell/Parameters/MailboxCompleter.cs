using System.Collections;
using Restoration.Hosting;
using Restoration.Mailboxes;

namespace Restoration.PowerShell.Parameters;

/// <summary>Offers the mailboxes that have a calendar.</summary>
internal sealed class MailboxCompleter : StoreCompleter
{
    private protected override async ValueTask<IEnumerable<(string Value, string ToolTip)>> FindAsync(
        RestorationSession session, IDictionary given, CancellationToken stop)
    {
        IReadOnlyList<Folder> calendars = await session.Calendars.ListAsync(null, null, stop);
        return calendars
            .GroupBy(calendar => calendar.Mailbox, StringComparer.OrdinalIgnoreCase)
            .Select(mailbox => (mailbox.Key, string.Join(", ", mailbox.Select(calendar => calendar.Calendar))));
    }
}
