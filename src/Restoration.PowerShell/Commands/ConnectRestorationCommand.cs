using System.Management.Automation;
using Restoration.Hosting;
using Restoration.PowerShell.Parameters;

namespace Restoration.PowerShell.Commands;

/// <summary>Says which store this runspace works with, and who acts. A store that does not exist is made.</summary>
[Cmdlet(VerbsCommunications.Connect, "Restoration")]
[OutputType(typeof(RestorationContext))]
public sealed class ConnectRestorationCommand : AsyncCmdlet
{
    /// <summary>The store: the path of a file. Without it, RESTORATION_STORE or a file in the user's data folder.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true), ValidateNotNullOrEmpty]
    public string? Store { get; set; }

    /// <summary>Who acts. Without it, RESTORATION_USER or the user of the operating system.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true), ValidateNotNullOrEmpty]
    public string? User { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken stop)
    {
        RunspaceSession session = RunspaceSession.Current;
        SessionOptions options = new() { Store = Store is null ? null : StorePlace.FullName(this, Store), User = User };
        await session.ConnectAsync(options, stop);
        RestorationContext context = RestorationContext.Of(session);
        WriteVerbose($"{context.User} works with {context.Store}.");
        WriteObject(context);
    }
}
