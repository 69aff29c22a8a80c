using System.CommandLine;
using Restoration.Console.Output;
using Restoration.Hosting;
using Restoration.Requests;

namespace Restoration.Console.Verbs.Request;

/// <summary><c>request statistics ID</c>.</summary>
internal sealed class RequestStatisticsVerb : Verb
{
    private readonly Argument<string> _id = RequestArguments.Request();

    private readonly Option<bool> _skipped = new("--include-skipped-items") { Description = "Adds what was not written, item by item." };

    public RequestStatisticsVerb()
        : base("statistics", "Shows how far a request has come, in Exchange's terms.")
    {
        Arguments.Add(_id);
        Options.Add(_skipped);
    }

    public override async Task<int> RunAsync(VerbContext context, CancellationToken cancellation)
    {
        RestorationSession session = await context.OpenAsync(cancellation);
        RestoreRequest request = await session.Requests.GetAsync(context.Parse.GetRequiredValue(_id), cancellation);
        context.Printer.One(
            await session.Requests.GetStatisticsAsync(request, includeReport: true, context.Parse.GetValue(_skipped), cancellation), StatisticsShape.Value);
        return ExitCodes.Done;
    }
}
