using System.CommandLine;
using Restoration.Console.Output;
using Restoration.Execution;
using Restoration.Hosting;
using Restoration.Requests;

namespace Restoration.Console.Verbs.Request;

/// <summary><c>request show ID</c>: what it did, item by item, from its journal.</summary>
internal sealed class RequestShowVerb : Verb
{
    private readonly Argument<string> _id = RequestArguments.Request();

    public RequestShowVerb()
        : base("show", "Shows what a request did, item by item.") => Arguments.Add(_id);

    public override async Task<int> RunAsync(VerbContext context, CancellationToken cancellation)
    {
        RestorationSession session = await context.OpenAsync(cancellation);
        RestoreRequest request = await session.Requests.GetAsync(context.Parse.GetRequiredValue(_id), cancellation);
        RunHeader header = RunHeader.Of(request);
        await new RunPrinter(context.Printer).PrintAsync(
            header,
            session.Requests.ReadJournalAsync(request.RequestId, cancellation).Select(RestoreResult.Of),
            _ => ValueTask.FromResult(header),
            _ => true);
        return ExitCodes.Done;
    }
}
