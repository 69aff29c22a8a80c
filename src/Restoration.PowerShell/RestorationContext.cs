namespace Restoration.PowerShell;

/// <summary>What the cmdlets of a runspace work with.</summary>
/// <param name="Store">The store.</param>
/// <param name="User">Who acts.</param>
/// <param name="IsConnected">Whether Connect-Restoration said so; otherwise these are the defaults.</param>
public sealed record RestorationContext(string Store, string User, bool IsConnected)
{
    internal static RestorationContext Of(RunspaceSession session) => new(session.Names.Store, session.Names.User, session.IsConnected);
}
