using System.Management.Automation;

namespace Restoration.PowerShell;

/// <summary>Closes the store when the module goes.</summary>
public sealed class ModuleCleanup : IModuleAssemblyCleanup
{
    /// <inheritdoc/>
    public void OnRemove(PSModuleInfo psModuleInfo)
    {
        using CancellationTokenSource stop = new();
        PipelinePump.Run(_ => RunspaceSession.Current.DisconnectAsync(), stop);
    }
}
