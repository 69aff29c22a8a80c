using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using Restoration.Hosting;
using Restoration.Stores;

namespace Restoration.PowerShell;

/// <summary>The store that a runspace works with. Runspaces do not share it: what one connects to is nothing to the others.</summary>
internal sealed class RunspaceSession
{
    private static readonly ConditionalWeakTable<Runspace, RunspaceSession> All = [];

    private RestorationSession? _session;
    private (string Store, string User) _opened;

    /// <summary>That of the runspace whose pipeline this thread is.</summary>
    public static RunspaceSession Current => All.GetValue(Runspace.DefaultRunspace, _ => new RunspaceSession());

    /// <summary>What sessions are opened with.</summary>
    public SessionOptions Options { get; private set; } = new();

    /// <summary>Whether somebody has said which store.</summary>
    public bool IsConnected { get; private set; }

    /// <summary>The store and the user by name, whether the store is open or not.</summary>
    public (string Store, string User) Names => (StoreConnection.Resolve(Options.Store), Options.FindUser());

    /// <summary>The session; the store is opened when it is first asked for.</summary>
    public async ValueTask<RestorationSession> OpenAsync(CancellationToken stop)
    {
        // Without a connection the environment says which store, and may say another one the next time.
        if (_session is null || _opened != Names)
        {
            await CloseAsync();
            _opened = Names;
            _session = await RestorationSession.OpenAsync(Options, stop);
        }

        return _session;
    }

    /// <summary>The session, if its store is one that is there and can be worked with as it is; null rather than to make one.</summary>
    public async ValueTask<RestorationSession?> FindAsync(CancellationToken stop)
    {
        StoreStatus status = await StoreConnection.Find(Options.Store, Options.Clock).GetStatusAsync(stop);
        return status is { Exists: true, IsCurrent: true } ? await OpenAsync(stop) : null;
    }

    /// <summary>Works with another store from now on; the one before stays if this one cannot be opened.</summary>
    public async Task ConnectAsync(SessionOptions options, CancellationToken stop)
    {
        RestorationSession session = await RestorationSession.OpenAsync(options, stop);
        await CloseAsync();
        (Options, IsConnected, _session) = (options, true, session);
        _opened = Names;
    }

    /// <summary>Goes back to the default store.</summary>
    public async Task DisconnectAsync()
    {
        await CloseAsync();
        (Options, IsConnected) = (new SessionOptions(), false);
    }

    /// <summary>Closes the store; it is opened again when it is asked for again.</summary>
    public async Task CloseAsync()
    {
        if (_session is { } session)
        {
            _session = null;
            await session.DisposeAsync();
        }
    }
}
