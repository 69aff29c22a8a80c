using Restoration.Console.Output;
using Restoration.Execution;
using Restoration.Failures;
using Restoration.Hosting;
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

    /// <summary>Shows what a request would do.</summary>
    public static Task<int> PlanAsync(VerbContext context, RestorationSession session, RequestDraft draft, CancellationToken cancellation)
    {
        RunHeader header = new(null, null, draft.Kind, RequestStatus.Planned, draft.Source.ToString(), draft.Destination.ToString());
        IAsyncEnumerable<RestoreResult> results = session.Requests
            .PlanAsync(draft, new FindingLine(context.Printer), cancellation)
            .Select(action => RestoreResult.Of(action, draft.Destination));
        return new RunPrinter(context.Printer).PrintAsync(header, results, _ => ValueTask.FromResult(header), IsNews);
    }

    /// <summary>Stores a request and runs it.</summary>
    public static async Task<int> ExecuteAsync(
        VerbContext context, RestorationSession session, RequestDraft draft, Func<RestoreResult, bool> isShown, CancellationToken cancellation)
        => await ResumeAsync(context, session, await session.Requests.AddAsync(draft, cancellation), isShown, cancellation);

    /// <summary>Runs a request that is stored, or goes on with it.</summary>
    public static async Task<int> ResumeAsync(
        VerbContext context, RestorationSession session, RestoreRequest request, Func<RestoreResult, bool> isShown, CancellationToken cancellation)
    {
        using ProgressLine? progress = context.Printer.IsJson ? null : new ProgressLine(TimeProvider.System);
        IAsyncEnumerable<RestoreResult> results = session.Requests
            .RunAsync(request, progress, new FindingLine(context.Printer), cancellation);
        return await new RunPrinter(context.Printer).PrintAsync(
            RunHeader.Of(request),
            results,
            async _ => RunHeader.Of(await session.Requests.GetAsync(request.RequestId.ToString(), cancellation)),
            isShown);
    }

    /// <summary>Says what is noticed about files; what could not be used of them is an item of the run besides.</summary>
    internal sealed class FindingLine(Printer printer) : IProgress<Finding>
    {
        public void Report(Finding value)
        {
            if (!printer.IsJson && value.Severity != Severity.Error)
            {
                System.Console.Error.WriteLine($"{value.Severity.ToString().ToLowerInvariant()}: {value}");
            }
        }
    }
}
