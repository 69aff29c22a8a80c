using System.Management.Automation;
using Restoration.PowerShell.Parameters;
using Restoration.Stores;

namespace Restoration.PowerShell.Commands;

/// <summary>Shows where the schema of a store stands.</summary>
[Cmdlet(VerbsCommon.Get, "RestorationStore")]
[OutputType(typeof(StoreStatus))]
public sealed class GetRestorationStoreCommand : AsyncCmdlet
{
    /// <summary>The store; without it, the one that the runspace works with.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true), ValidateNotNullOrEmpty]
    public string? Store { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken stop)
        => WriteObject(await StorePlace.Find(this, Store).Provider.GetStatusAsync(stop));
}
