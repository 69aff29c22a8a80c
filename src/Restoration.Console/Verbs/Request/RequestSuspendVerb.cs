using System.CommandLine;
using Restoration.Console.Output;
using Restoration.Hosting;
using Restoration.Requests;

namespace Restoration.Console.Verbs.Request;

/// <summary><c>request suspend ID</c>.</summary>
internal sealed class RequestSuspendVerb : Verb
{
    private readonly Argument<string> _id = RequestArguments.Request();
    private readonly Option<string?> _comment = new("--suspend-comment", "--comment") { Description = "Why.", HelpName = "TEXT" };

    public RequestSuspendVerb()
        : base("suspend", "Suspends a mailbox restore: at once, or at the next item if a worker runs it.")
    {
        Arguments.Add(_id);
        Options.Add(_comment);
    }

    public override async Task<int> RunAsync(VerbContext context, CancellationToken cancellation)
    {
        RestorationSession session = await context.OpenAsync(cancellation);
        RestoreRequest request = await session.Requests.GetAsync(context.Parse.GetRequiredValue(_id), cancellation);
        context.Printer.One(await session.RequestAdministration.SuspendAsync(request, context.Parse.GetValue(_comment), cancellation), Shapes.Request);
        return ExitCodes.Done;
    }
}
