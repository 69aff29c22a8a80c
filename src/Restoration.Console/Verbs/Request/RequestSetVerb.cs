using System.CommandLine;
using Restoration.Console.Output;
using Restoration.Hosting;
using Restoration.Requests;

namespace Restoration.Console.Verbs.Request;

/// <summary><c>request set ID</c>.</summary>
internal sealed class RequestSetVerb : Verb
{
    private readonly Argument<string> _id = RequestArguments.Request();
    private readonly RequestSettingsOptions _settings;

    public RequestSetVerb()
        : base("set", "Changes limits, label, priority and expiry of a mailbox restore.")
    {
        Arguments.Add(_id);
        _settings = new RequestSettingsOptions(this);
    }

    public override async Task<int> RunAsync(VerbContext context, CancellationToken cancellation)
    {
        RestorationSession session = await context.OpenAsync(cancellation);
        RestoreRequest request = await session.Requests.GetAsync(context.Parse.GetRequiredValue(_id), cancellation);
        RestoreRequest changed = await session.RequestAdministration.SetAsync(request, _settings.Read(context.Parse, request.Settings), cancellation);
        context.Printer.One(changed, Shapes.Request);
        return ExitCodes.Done;
    }
}
