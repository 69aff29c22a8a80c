using System.Collections;
using Restoration.Hosting;
using Restoration.Mailboxes;

namespace Restoration.PowerShell.Parameters;

/// <summary>Offers the mailboxes of the store.</summary>
internal sealed class MailboxCompleter : StoreCompleter
{
    private protected override async ValueTask<IEnumerable<(string Value, string ToolTip)>> FindAsync(
        RestorationSession session, IDictionary given, CancellationToken stop)
    {
        IReadOnlyList<Mailbox> mailboxes = await session.Mailboxes.ListAsync(null, stop);
        return mailboxes.Select(mailbox => (mailbox.Address, $"{mailbox.DisplayName}, {mailbox.Kind}"));
    }
}
