using System.Management.Automation;

namespace Restoration.PowerShell.Commands;

/// <summary>Shows which store this runspace works with, and who acts.</summary>
[Cmdlet(VerbsCommon.Get, "RestorationContext")]
[OutputType(typeof(RestorationContext))]
public sealed class GetRestorationContextCommand : AsyncCmdlet
{
    /// <inheritdoc/>
    protected override Task ProcessAsync(CancellationToken stop)
    {
        WriteObject(RestorationContext.Of(RunspaceSession.Current));
        return Task.CompletedTask;
    }
}
