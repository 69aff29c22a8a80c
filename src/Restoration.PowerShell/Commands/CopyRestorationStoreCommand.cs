using System.Management.Automation;
using System.Runtime.CompilerServices;
using Restoration.Hosting;
using Restoration.PowerShell.Parameters;
using Restoration.Stores;

namespace Restoration.PowerShell.Commands;

/// <summary>Copies a whole store into an empty one, from a file to a server or back, and checks the copy.</summary>
[Cmdlet(VerbsCommon.Copy, "RestorationStore", SupportsShouldProcess = true)]
[OutputType(typeof(StoreCopyResult))]
public sealed class CopyRestorationStoreCommand : AsyncCmdlet
{
    private const string Activity = "Copy-RestorationStore";

    /// <summary>Where to: the path of a new file, or the address of an empty database.</summary>
    [Parameter(Mandatory = true, Position = 0), ValidateNotNullOrEmpty]
    public string Destination { get; set; } = "";

    /// <summary>The store to copy; without it, the one that the runspace works with.</summary>
    [Parameter(Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true), ValidateNotNullOrEmpty]
    public string? Store { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken stop)
    {
        StorePlace place = StorePlace.Find(this, Store);
        string destination = StorePlace.FullName(this, Destination);
        StoreCopy copy = new(place.Options, destination, ReportTables());
        await copy.CheckAsync(stop);
        if (ShouldProcess(StoreConnection.Resolve(destination), $"Copy the store {StoreConnection.Resolve(place.Options.Store)}"))
        {
            WriteObject(await copy.RunAsync(stop));
        }
    }

    private Progress<StoreCopyProgress> ReportTables() => new(copied => WriteProgress(
        new ProgressRecord(RuntimeHelpers.GetHashCode(this), Activity, $"{copied.Table}: {copied.Rows} rows")
        {
            PercentComplete = 100 * copied.Number / copied.Total,
            RecordType = copied.Number == copied.Total ? ProgressRecordType.Completed : ProgressRecordType.Processing,
        }));
}
