using System.Collections;
using Restoration.Hosting;
using Restoration.Items;
using Restoration.Mailboxes;

namespace Restoration.PowerShell.Parameters;

/// <summary>Offers where items can go: back, or into a calendar that there is.</summary>
internal sealed class DestinationCompleter : StoreCompleter
{
    private protected override async ValueTask<IEnumerable<(string Value, string ToolTip)>> FindAsync(
        RestorationSession session, IDictionary given, CancellationToken stop)
    {
        IReadOnlyList<Folder> calendars = await session.Calendars.ListAsync(null, null, stop);
        return calendars
            .Select(calendar => (calendar.Location.ToString(), $"{calendar.ItemCount} items"))
            .Prepend((Location.Original.ToString(), "each item where it was"));
    }
}
