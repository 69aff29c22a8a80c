using System.Management.Automation;
using System.Runtime.CompilerServices;
using Restoration.Failures;
using Restoration.PowerShell.Parameters;
using Restoration.Stores;

namespace Restoration.PowerShell.Commands;

/// <summary>Takes a store to another version of its schema: up without ado, down only with -Force and after asking.</summary>
[Cmdlet(VerbsData.Update, "RestorationStore", SupportsShouldProcess = true)]
[OutputType(typeof(StoreStatus))]
public sealed class UpdateRestorationStoreCommand : AsyncCmdlet
{
    private const string Activity = "Update-RestorationStore";

    /// <summary>The store; without it, the one that the runspace works with.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true), ValidateNotNullOrEmpty]
    public string? Store { get; set; }

    /// <summary>The version to go to; without it, the latest.</summary>
    [Parameter, ValidateRange(0, int.MaxValue)]
    public int? Version { get; set; }

    /// <summary>Allows to go down to an older version; what that has no place for is lost.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken stop)
    {
        StorePlace place = StorePlace.Find(this, Store);
        StoreStatus status = await place.Provider.GetStatusAsync(stop);
        int version = Version ?? status.LatestVersion;
        bool isDown = version < status.Version;
        if (isDown && !Force)
        {
            Fail(new RestorationException(
                FailureCode.InvalidArgument,
                $"The store has schema version {status.Version}. To go down to {version} loses what that has no place for; say -Force if that is meant.",
                status.Store));
        }
        else if (ShouldProcess(status.Store, $"Take from schema version {status.Version} to {version}") && (!isDown || IsSure(status, version)))
        {
            // What is prepared for the old schema does not fit the new one.
            await RunspaceSession.Current.CloseAsync();
            WriteObject(await place.Provider.MigrateAsync(version, place.Options.FindUser(), ReportSteps(), stop));
        }
    }

    private bool IsSure(StoreStatus status, int version)
        => (MyInvocation.BoundParameters.TryGetValue("Confirm", out object? confirm) && !(SwitchParameter)confirm)
            || ShouldContinue($"Go down from version {status.Version} to {version}? Data of the later versions is lost.", status.Store);

    private Progress<MigrationProgress> ReportSteps() => new(step =>
    {
        string line = $"{(step.IsUpgrade ? "up to" : "down from")} {step.Version} {step.Name}";
        WriteVerbose(line);
        WriteProgress(new ProgressRecord(RuntimeHelpers.GetHashCode(this), Activity, line)
        {
            PercentComplete = 100 * step.Number / step.Total,
            RecordType = step.Number == step.Total ? ProgressRecordType.Completed : ProgressRecordType.Processing,
        });
    });
}
