using System.CommandLine;
using Restoration.Console.Output;
using Restoration.Hosting;
using Restoration.Requests;

namespace Restoration.Console.Verbs.Request;

/// <summary><c>request remove ID</c>. No item goes with it, so it needs no <c>--execute</c>; it is allowed as everywhere.</summary>
internal sealed class RequestRemoveVerb : Verb
{
    private readonly Argument<string> _id = RequestArguments.Request();

    public RequestRemoveVerb()
        : base("remove", "Forgets a request; what it restored stays, and can be undone no more.")
    {
        Arguments.Add(_id);
        Options.Add(new Option<bool>("--execute") { Description = "Allowed as for other removals; it is removed without it too." });
    }

    public override async Task<int> RunAsync(VerbContext context, CancellationToken cancellation)
    {
        RestorationSession session = await context.OpenAsync(cancellation);
        RestoreRequest request = await session.Requests.GetAsync(context.Parse.GetRequiredValue(_id), cancellation);
        return await Removal.RunAsync(
            context, request, Shapes.Request, execute: true, "Remove this request?", () => session.RequestAdministration.RemoveAsync(request, cancellation));
    }
}
