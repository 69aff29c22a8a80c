using System.CommandLine;
using Restoration.Hosting;

namespace Restoration.Console.Verbs.Request;

/// <summary><c>request resume ID</c>.</summary>
internal sealed class RequestResumeVerb : Verb
{
    private readonly Argument<string> _id = RequestArguments.Request();

    public RequestResumeVerb()
        : base("resume", "Goes on with a request that was stopped, failed or killed.") => Arguments.Add(_id);

    public override async Task<int> RunAsync(VerbContext context, CancellationToken cancellation)
    {
        RestorationSession session = await context.OpenAsync(cancellation);
        return await Runs.ResumeAsync(
            context, session, await session.Requests.GetAsync(context.Parse.GetRequiredValue(_id), cancellation), Runs.IsNews, cancellation);
    }
}
