using System.Management.Automation;
using Restoration.Hosting;
using Restoration.Stores;

namespace Restoration.PowerShell.Parameters;

/// <summary>The store that <c>-Store</c> names, or that the runspace works with.</summary>
/// <param name="Options">What it is opened with.</param>
/// <param name="Provider">What opens it.</param>
internal sealed record StorePlace(SessionOptions Options, IStoreProvider Provider)
{
    public static StorePlace Find(PSCmdlet cmdlet, string? store)
    {
        SessionOptions options = RunspaceSession.Current.Options;
        options = store is null ? options : options with { Store = FullName(cmdlet, store) };
        return new StorePlace(options, StoreConnection.Find(options.Store, options.Clock));
    }

    /// <summary>The store's name as it is for any location: the full path of a file, or the address of a server.</summary>
    public static string FullName(PSCmdlet cmdlet, string store)
        => store.Contains("://", StringComparison.Ordinal) ? store : FilePaths.Literal(cmdlet, store);
}
