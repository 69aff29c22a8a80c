using System.CommandLine;
using Restoration.Hosting;
using Restoration.Requests;

namespace Restoration.Console.Verbs.Request;

/// <summary><c>request undo ID</c>.</summary>
internal sealed class RequestUndoVerb : Verb
{
    private readonly Argument<string> _id = RequestArguments.Request();
    private readonly Option<bool> _execute = Targets.Execute();
    private readonly Option<bool> _force = new("--force") { Description = "Undo over items that were changed since." };

    public RequestUndoVerb()
        : base("undo", "Takes back what a request did; items that were changed since are left alone.")
    {
        Arguments.Add(_id);
        Options.Add(_execute);
        Options.Add(_force);
    }

    public override async Task<int> RunAsync(VerbContext context, CancellationToken cancellation)
    {
        RestorationSession session = await context.OpenAsync(cancellation);
        RestoreRequest request = await session.Requests.GetAsync(context.Parse.GetRequiredValue(_id), cancellation);
        RequestDraft draft = RequestService.DraftUndo(request, context.Parse.GetValue(_force));
        string question = $"Take back what '{request.Identity}' did?";
        return await Runs.ReviewAsync(context, session, draft, context.Parse.GetValue(_execute), question, cancellation)
            ?? await Runs.ExecuteAsync(context, session, draft, Runs.IsNews, cancellation);
    }
}
