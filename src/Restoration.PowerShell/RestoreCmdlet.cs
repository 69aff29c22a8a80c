using System.Management.Automation;
using Restoration.Execution;
using Restoration.Hosting;
using Restoration.Items;
using Restoration.Planning;
using Restoration.Policies;
using Restoration.PowerShell.Parameters;
using Restoration.Requests;

namespace Restoration.PowerShell;

/// <summary>The base of cmdlets that restore: where to, what to do on a match, and plans that are saved now and executed later.</summary>
public abstract class RestoreCmdlet : RequestCmdlet
{
    /// <summary>Where to restore to; without it, each item goes back where it was.</summary>
    [Parameter, ValidateNotNullOrEmpty, ArgumentCompleter(typeof(DestinationCompleter))]
    public string? Destination { get; set; }

    /// <summary>The format of a file to restore to, if its name does not say it.</summary>
    [Parameter, ValidateNotNullOrEmpty, ArgumentCompleter(typeof(FormatCompleter))]
    public string? Format { get; set; }

    /// <summary>What to do when the destination has the item already.</summary>
    [Parameter]
    public ConflictResolutionOption ConflictResolutionOption { get; set; } = ConflictResolutionOption.KeepTargetItem;

    /// <summary>The request's name.</summary>
    [Parameter, ValidateNotNullOrEmpty]
    public string? RequestName { get; set; }

    /// <summary>Writes the plan as objects; changes nothing.</summary>
    [Parameter]
    public SwitchParameter PlanOnly { get; set; }

    /// <summary>Saves the plan in this file; without a source and without PlanOnly, executes the plan that is in it.</summary>
    [Parameter, ValidateNotNullOrEmpty]
    public string? PlanPath { get; set; }

    /// <summary>Adds to a file that exists; writes over a plan that exists.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Whether anything was given to restore from.</summary>
    private protected abstract bool HasSource { get; }

    /// <summary>Where to restore to.</summary>
    private protected Location Place => Destination is null ? Location.Original : FilePaths.Place(this, Destination);

    /// <summary>Finds what is to be restored.</summary>
    private protected abstract Task<RequestDraft> DraftAsync(RestorationSession session, CancellationToken stop);

    /// <summary>Plans, asks and restores, or what of these was asked for.</summary>
    private protected async Task RestoreAsync(CancellationToken stop)
    {
        RestorationSession session = await OpenAsync(stop);
        string? planFile = PlanPath is null ? null : FilePaths.Literal(this, PlanPath);
        bool isExecution = planFile is not null && !HasSource && !PlanOnly;
        RequestDraft draft = isExecution ? await session.Plans.ReadAsync(planFile!, stop) : await DraftAsync(session, stop);
        if (planFile is not null && !isExecution && !IsWhatIf)
        {
            await SaveAsync(session, draft, planFile, stop);
        }

        if (PlanOnly)
        {
            await foreach (PlannedAction action in session.Requests.PlanAsync(draft, null, stop))
            {
                WriteObject(RestoreResult.Of(action, draft.Destination));
            }
        }
        else if (await ReviewAsync(session, draft, stop) is { } reviewed)
        {
            await RunAsync(session, reviewed, WriteObject, stop);
        }
    }

    private async Task SaveAsync(RestorationSession session, RequestDraft draft, string path, CancellationToken stop)
    {
        List<PlannedAction> actions = [];
        await foreach (PlannedAction action in session.Requests.PlanAsync(draft, null, stop))
        {
            actions.Add(action);
        }

        await session.Plans.WriteAsync(path, Force, draft, actions, stop);
        WriteVerbose($"The plan of {actions.Count} items is saved in '{path}'.");
    }
}
