using System.Collections;
using Restoration.Backups;
using Restoration.Hosting;
using Restoration.Mailboxes;

namespace Restoration.PowerShell.Parameters;

/// <summary>Offers the calendars of the store and their backups, by their locations.</summary>
internal sealed class BackupSourceCompleter : StoreCompleter
{
    private protected override async ValueTask<IEnumerable<(string Value, string ToolTip)>> FindAsync(
        RestorationSession session, IDictionary given, CancellationToken stop)
    {
        IReadOnlyList<Folder> calendars = await session.Calendars.ListAsync(null, null, stop);
        IReadOnlyList<Backup> backups = await session.Backups.ListAsync(null, null, stop);
        return
        [
            .. backups.Select(backup => (backup.Location.ToString(), $"{backup.ItemCount} items")),
            .. calendars.Select(calendar => (calendar.Location.ToString(), $"{calendar.ItemCount} items")),
        ];
    }
}
