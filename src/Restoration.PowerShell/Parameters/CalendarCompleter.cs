using System.Collections;
using Restoration.Hosting;
using Restoration.Mailboxes;

namespace Restoration.PowerShell.Parameters;

/// <summary>Offers the calendars of the mailbox that was typed, or of all.</summary>
internal sealed class CalendarCompleter : StoreCompleter
{
    private protected override async ValueTask<IEnumerable<(string Value, string ToolTip)>> FindAsync(
        RestorationSession session, IDictionary given, CancellationToken stop)
    {
        IReadOnlyList<Folder> calendars = await session.Calendars.ListAsync(given["Mailbox"] as string, null, stop);
        return calendars
            .GroupBy(calendar => calendar.Calendar, StringComparer.OrdinalIgnoreCase)
            .Select(calendar => (calendar.Key, string.Join(", ", calendar.Select(folder => $"{folder.Mailbox}: {folder.ItemCount} items"))));
    }
}
