using System.Collections;
using Restoration.Hosting;
using Restoration.Users;

namespace Restoration.PowerShell.Parameters;

/// <summary>Offers the users of the store.</summary>
internal sealed class UserCompleter : StoreCompleter
{
    private protected override async ValueTask<IEnumerable<(string Value, string ToolTip)>> FindAsync(
        RestorationSession session, IDictionary given, CancellationToken stop)
    {
        IReadOnlyList<RestorationUser> users = await session.Users.ListAsync(null, stop);
        return users.Select(user => (user.Name, $"{user.Role}{(user.IsActive ? "" : ", not active")}"));
    }
}
