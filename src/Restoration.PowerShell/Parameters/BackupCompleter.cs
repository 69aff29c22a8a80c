using System.Collections;
using Restoration.Backups;
using Restoration.Hosting;

namespace Restoration.PowerShell.Parameters;

/// <summary>Offers the backups in the store, newest first.</summary>
internal sealed class BackupCompleter : StoreCompleter
{
    private protected override async ValueTask<IEnumerable<(string Value, string ToolTip)>> FindAsync(
        RestorationSession session, IDictionary given, CancellationToken stop)
    {
        IReadOnlyList<Backup> backups = await session.Backups.ListAsync(null, null, stop);
        return backups.Select(backup => (backup.BackupId.ToString(), $"{backup.Location}, {backup.ItemCount} items"));
    }
}
