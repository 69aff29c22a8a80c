using System.Globalization;
using Restoration.Execution;
using Restoration.Failures;
using Restoration.Hosting;
using Restoration.Planning;
using Restoration.Policies;
using Restoration.Requests;

namespace Restoration.PowerShell;

/// <summary>The base of cmdlets that run requests: plan, ask, run, and say what went wrong.</summary>
public abstract class RequestCmdlet : AsyncCmdlet
{
    /// <summary>
    /// Warns of what is noticed about files. What could not be used of them is an item of the run besides. Made on the pipeline thread.
    /// </summary>
    private protected IProgress<Finding> WarnOfFindings() => new Progress<Finding>(finding =>
    {
        if (finding.Severity == Severity.Warning)
        {
            WriteWarning(finding.ToString());
        }
        else if (finding.Severity == Severity.Information)
        {
            WriteVerbose(finding.ToString());
        }
    });

    /// <summary>Plans a request and asks for each action of the plan: so -WhatIf is the plan.</summary>
    /// <returns>The request without what was declined; null if nothing is to be done.</returns>
    private protected async Task<RequestDraft?> ReviewAsync(RestorationSession session, RequestDraft draft, CancellationToken stop)
    {
        long accepted = 0;
        List<long> declined = [];
        await foreach (PlannedAction action in session.Requests.PlanAsync(draft, null, stop))
        {
            RestoreResult plan = RestoreResult.Of(action, draft.Destination);
            string what = string.Create(
                CultureInfo.InvariantCulture, $"'{plan.Subject}' {plan.Start} in {plan.Location ?? draft.Destination.ToString()} ({plan.Reason})");
            if (!action.HasEffect)
            {
                Describe(plan, what);
            }
            else if (ShouldProcess(what, action.Action.ToString()))
            {
                accepted++;
            }
            else
            {
                declined.Add(action.Source.Ordinal);
            }
        }

        bool isNothing = accepted == 0 && (declined.Count > 0 || IsWhatIf);
        return isNothing ? null : draft with { Options = draft.Options with { Declined = declined } };
    }

    /// <summary>Stores a request and runs it.</summary>
    private protected async Task<RestoreRequest> RunAsync(
        RestorationSession session, RequestDraft draft, Action<RestoreResult> report, CancellationToken stop)
        => await RunAsync(session, await session.Requests.AddAsync(draft, stop), report, stop);

    /// <summary>Runs a request that is stored, or goes on with it. Failed items are errors once it has ended.</summary>
    /// <returns>The request as it has ended.</returns>
    private protected async Task<RestoreRequest> RunAsync(
        RestorationSession session, RestoreRequest request, Action<RestoreResult> report, CancellationToken stop)
    {
        WriteVerbose($"{request.Kind} '{request.Identity}' ({request.RequestId}): {request.Source} -> {request.Destination}");
        PipelineProgress progress = new(this, $"{request.Kind} '{request.Identity}'", session.Workspace.Clock);
        List<RestoreResult> failed = [];
        try
        {
            await foreach (RestoreResult result in session.Requests.RunAsync(request, progress, WarnOfFindings(), stop))
            {
                report(result);
                if (result.Action == ItemAction.Fail)
                {
                    failed.Add(result);
                }
            }
        }
        finally
        {
            progress.Complete();
        }

        RestoreRequest ended = await session.Requests.GetAsync(request.RequestId.ToString(), stop);
        WriteVerbose($"'{ended.Identity}' is {ended.Status}: {ended.Counts}.");
        if (ended.Counts.Conflicts > 0)
        {
            WriteWarning($"{ended.Counts.Conflicts} items were left alone; Reason and Detail of the results, or Get-RestoreRequestStatistics '{ended.Identity}' -IncludeReport, say why.");
        }

        foreach (RestoreResult result in failed)
        {
            string subject = result.Subject.Length > 0 ? $"'{result.Subject}': " : "";
            Fail(new RestorationException(result.Failure ?? FailureCode.InvalidData, $"{subject}{result.Detail ?? result.Reason.ToString()}", result.Subject), result);
        }

        return ended;
    }

    private void Describe(RestoreResult plan, string what)
    {
        string line = $"{plan.Action}: {what} {plan.Detail}".TrimEnd();
        bool isTrouble = plan.Action == ItemAction.Fail || plan.Reason is ActionReason.Conflict or ActionReason.Ambiguous;
        if (isTrouble && IsWhatIf)
        {
            WriteWarning(line);
        }
        else
        {
            WriteVerbose(line);
        }
    }
}
