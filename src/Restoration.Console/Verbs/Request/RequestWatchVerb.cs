using System.CommandLine;
using Restoration.Console.Output;
using Restoration.Execution;
using Restoration.Hosting;
using Restoration.Requests;

namespace Restoration.Console.Verbs.Request;

/// <summary><c>request watch ID</c>.</summary>
internal sealed class RequestWatchVerb : Verb
{
    private readonly Argument<string> _id = RequestArguments.Request();

    public RequestWatchVerb()
        : base("watch", "Shows how far a request comes, until it stands still; does nothing to it.") => Arguments.Add(_id);

    public override async Task<int> RunAsync(VerbContext context, CancellationToken cancellation)
    {
        RestorationSession session = await context.OpenAsync(cancellation);
        RestoreRequest request = await session.Requests.GetAsync(context.Parse.GetRequiredValue(_id), cancellation);
        ProgressLine? progress = context.Printer.IsJson ? null : new ProgressLine(TimeProvider.System);
        long begun = TimeProvider.System.GetTimestamp();
        await foreach (RestoreRequest now in session.RequestWatch.WatchAsync(request, null, cancellation))
        {
            request = now;
            progress?.Report(new RestoreProgress(now.Counts, now.Total, "", TimeProvider.System.GetElapsedTime(begun)));
        }

        progress?.Clear();
        context.Printer.One(request, Shapes.Request);
        return RequestWaiting.CodeOf(request);
    }
}
