using System.CommandLine;
using Restoration.Hosting;
using Restoration.Requests;

namespace Restoration.Console.Verbs.Restore;

/// <summary><c>restore file</c>.</summary>
internal sealed class RestoreFileVerb : Verb
{
    private readonly Option<string[]> _path = new Option<string[]>("--path")
    {
        Description = "The files to restore from; * and ? in the last name, and .gz, are read.",
        HelpName = "FILE",
        Required = true,
    }.Several();

    private readonly Option<string?> _from = new("--from") { Description = "The files' format, if it is not to be recognised.", HelpName = "FORMAT" };
    private readonly Option<bool> _execute = Targets.Execute();
    private readonly PolicyOptions _policy;

    public RestoreFileVerb()
        : base("file", "Restores from export files.")
    {
        Options.Add(_path);
        Options.Add(_from);
        _policy = new PolicyOptions(this);
        Options.Add(_execute);
    }

    public override async Task<int> RunAsync(VerbContext context, CancellationToken cancellation)
    {
        RestorationSession session = await context.OpenAsync(cancellation);
        RequestDraft draft = await session.Drafts.FromFilesAsync(
            context.Parse.GetRequiredValue(_path), context.Parse.GetValue(_from), _policy.Read(context.Parse, session.Dates, new RestoreSettings()), cancellation);
        return await Runs.ReviewAsync(context, session, draft, context.Parse.GetValue(_execute), "Restore these appointments?", cancellation)
            ?? await Runs.ExecuteAsync(context, session, draft, Runs.IsNews, cancellation);
    }
}
