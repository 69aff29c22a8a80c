using System.CommandLine;
using Restoration.Console.Output;
using Restoration.Hosting;
using Restoration.Requests;
using Restoration.Requests.Queue;

namespace Restoration.Console.Verbs;

/// <summary><c>worker</c>: runs what waits in the queue, until Ctrl+C; a request in hand goes back to the queue then.</summary>
internal sealed class WorkerVerb : Verb
{
    private readonly Option<bool> _drain = new("--drain") { Description = "Ends when the queue is empty." };

    public WorkerVerb()
        : base("worker", "Runs the mailbox restores that wait, by priority and age; any number of workers may share a store.") => Options.Add(_drain);

    public override async Task<int> RunAsync(VerbContext context, CancellationToken cancellation)
    {
        RestorationSession session = await context.OpenAsync(cancellation);
        WorkerOptions options = new() { Drain = context.Parse.GetValue(_drain) };
        IAsyncEnumerable<RestoreRequest> ended = session.Worker.RunAsync(options, null, new Runs.FindingLine(context.Printer), cancellation);
        await context.Printer.ListAsync(ended, Shapes.Request, "Nothing waits in the queue.");
        return ExitCodes.Done;
    }
}
