using System.Management.Automation;

namespace Restoration.PowerShell.Commands;

/// <summary>Closes the store of this runspace and goes back to the default one.</summary>
[Cmdlet(VerbsCommunications.Disconnect, "Restoration")]
[OutputType(typeof(void))]
public sealed class DisconnectRestorationCommand : AsyncCmdlet
{
    /// <inheritdoc/>
    protected override Task ProcessAsync(CancellationToken stop) => RunspaceSession.Current.DisconnectAsync();
}
