using Restoration.Console.Output;
using Restoration.Hosting;

namespace Restoration.Console.Verbs.Request;

/// <summary><c>request list</c>.</summary>
internal sealed class RequestListVerb() : Verb("list", "Lists the requests, newest first.")
{
    public override async Task<int> RunAsync(VerbContext context, CancellationToken cancellation)
    {
        RestorationSession session = await context.OpenAsync(cancellation);
        await context.Printer.ListAsync(await session.Requests.ListAsync(cancellation), Shapes.Request, "There are no requests.");
        return ExitCodes.Done;
    }
}
