using Restoration.Console.Output;
using Restoration.Execution;
using Restoration.Failures;
using Restoration.Hosting;
using Restoration.Planning;
using Restoration.Policies;
using Restoration.Requests;

namespace Restoration.Console.Verbs;

/// <summary>Plans and runs requests for the verbs, with progress and findings on the way.</summary>
internal static class Runs
{
    /// <summary>Items that somebody may want to know of: everything but what was there already.</summary>
    public static bool IsNews(RestoreResult result)
        => result.Action != ItemAction.Skip || result.Reason is not (ActionReason.Identical or ActionReason.AlreadyUndone);

    /// <summary>Items that did not go as they should have.</summary>
    public static bool IsTrouble(RestoreResult result)
        => result.Action == ItemAction.Fail || (result.Action == ItemAction.Skip && IsNews(result));

    /// <summary>Shows the plan of a request, if that is all that was asked for or if a person is to be asked.</summary>
    /// <returns>The exit code if that was all; null if the request is to be executed.</returns>
    public static async Task<int?> ReviewAsync(
        VerbContext context, RequestDraft draft, IAsyncEnumerable<PlannedAction> plan, bool execute, string question)
    {
        if (execute && !context.Asks)
        {
            return null;
        }

        RunHeader header = RunHeader.Of(draft);
        int code = await new RunPrinter(context.Printer).PrintAsync(
            header,
            plan.Select(action => RestoreResult.Of(action, draft.Destination)),
            counts => ValueTask.FromResult(header with { Counts = counts }),
            IsNews);
        if (execute && context.Confirm(question))
        {
            return null;
        }

        context.Printer.Say(execute ? "Nothing was changed." : "Nothing was changed. Add --execute to do it.");
        return code;
    }

    /// <inheritdoc cref="ReviewAsync(VerbContext, RequestDraft, IAsyncEnumerable{PlannedAction}, bool, string)"/>
    public static Task<int?> ReviewAsync(
        VerbContext context, RestorationSession session, RequestDraft draft, bool execute, string question, CancellationToken cancellation)
        => ReviewAsync(context, draft, session.Requests.PlanAsync(draft, new FindingLine(context.Printer), cancellation), execute, question);

    /// <summary>Stores a request and runs it.</summary>
    public static async Task<int> ExecuteAsync(
        VerbContext context, RestorationSession session, RequestDraft draft, Func<RestoreResult, bool> isShown, CancellationToken cancellation)
        => await ResumeAsync(context, session, await session.Requests.AddAsync(draft, cancellation), isShown, cancellation);

    /// <summary>Runs a request that is stored, or goes on with it.</summary>
    public static async Task<int> ResumeAsync(
        VerbContext context, RestorationSession session, RestoreRequest request, Func<RestoreResult, bool> isShown, CancellationToken cancellation)
    {
        ProgressLine? progress = context.Printer.IsJson ? null : new ProgressLine(TimeProvider.System);
        IAsyncEnumerable<RestoreResult> results = session.Requests
            .RunAsync(request, progress, new FindingLine(context.Printer), cancellation);
        string id = request.RequestId.ToString();
        try
        {
            return await new RunPrinter(context.Printer, progress).PrintAsync(
                RunHeader.Of(request), results, async _ => RunHeader.Of(await session.Requests.GetAsync(id, cancellation)), isShown);
        }
        catch (OperationCanceledException stop)
        {
            throw new RequestStoppedException(id, stop);
        }
    }

    /// <summary>Says what is noticed about files; what could not be used of them is an item of the run besides.</summary>
    internal sealed class FindingLine(Printer printer) : IProgress<Finding>
    {
        public void Report(Finding value)
        {
            if (!printer.IsJson && value.Severity != Severity.Error)
            {
                System.Console.Error.WriteLine($"{value.Severity.ToString().ToLowerInvariant()}: {Printer.Text(value.ToString())}");
            }
        }
    }
}
