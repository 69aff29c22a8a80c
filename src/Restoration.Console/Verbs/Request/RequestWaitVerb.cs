using System.CommandLine;
using Restoration.Console.Output;
using Restoration.Failures;
using Restoration.Hosting;
using Restoration.Requests;
using Restoration.Requests.Queue;

namespace Restoration.Console.Verbs.Request;

/// <summary><c>request wait ID</c>.</summary>
internal sealed class RequestWaitVerb : Verb
{
    private readonly Argument<string> _id = RequestArguments.Request();
    private readonly Option<double?> _timeout = new("--timeout") { Description = "How many seconds to wait at most.", HelpName = "SECONDS" };

    public RequestWaitVerb()
        : base("wait", "Waits until a mailbox restore has ended, failed or is suspended; runs it if no worker does.")
    {
        Arguments.Add(_id);
        Options.Add(_timeout);
    }

    public override async Task<int> RunAsync(VerbContext context, CancellationToken cancellation)
    {
        TimeSpan? timeout = context.Parse.GetValue(_timeout) switch
        {
            null => null,
            >= 0 and <= 1_000_000 and double seconds => TimeSpan.FromSeconds(seconds),
            double seconds => throw new RestorationException(FailureCode.InvalidArgument, FormattableString.Invariant($"{seconds} seconds is no time to wait. Write a number from 0 to 1000000.")),
        };
        RestorationSession session = await context.OpenAsync(cancellation);
        RestoreRequest request = await session.Requests.GetAsync(context.Parse.GetRequiredValue(_id), cancellation);
        if (!RequestWatch.StandsStill(request))
        {
            return await RequestWaiting.RunAsync(context, session, request, timeout, cancellation);
        }

        context.Printer.One(request, Shapes.Request);
        return RequestWaiting.CodeOf(request);
    }
}
