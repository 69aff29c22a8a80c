using System.CommandLine;
using Restoration.Console.Output;
using Restoration.Hosting;
using Restoration.Requests;

namespace Restoration.Console.Verbs.Request;

/// <summary><c>request resume ID</c>.</summary>
internal sealed class RequestResumeVerb : Verb
{
    private readonly Argument<string> _id = RequestArguments.Request();
    private readonly Option<bool> _wait = new("--wait") { Description = "Runs a mailbox restore, and waits until it has ended." };

    public RequestResumeVerb()
        : base("resume", "Goes on with a request that was stopped, failed or killed; a mailbox restore goes back to the queue.")
    {
        Arguments.Add(_id);
        Options.Add(_wait);
    }

    public override async Task<int> RunAsync(VerbContext context, CancellationToken cancellation)
    {
        RestorationSession session = await context.OpenAsync(cancellation);
        RestoreRequest request = await session.Requests.GetAsync(context.Parse.GetRequiredValue(_id), cancellation);
        if (request.Kind != RequestKind.MailboxRestore)
        {
            return await Runs.ResumeAsync(context, session, request, Runs.IsNews, cancellation);
        }

        RestoreRequest queued = await session.RequestAdministration.ResumeAsync(request, cancellation);
        if (context.Parse.GetValue(_wait))
        {
            return await RequestWaiting.RunAsync(context, session, queued, null, cancellation);
        }

        context.Printer.One(queued, Shapes.Request);
        return ExitCodes.Done;
    }
}
