using System.CommandLine;
using Restoration.Hosting;
using Restoration.Items;
using Restoration.Requests;

namespace Restoration.Console.Verbs.Restore;

/// <summary><c>restore backup</c>.</summary>
internal sealed class RestoreBackupVerb : Verb
{
    private readonly Option<string[]> _source = new Option<string[]>("--source")
    {
        Description = "The backups: backup:mailbox/calendar@date, store:mailbox/calendar, file:path; * and ? in names are read.",
        HelpName = "LOCATION",
        Required = true,
    }.Several();

    private readonly Option<bool> _execute = Targets.Execute();
    private readonly PolicyOptions _policy;

    public RestoreBackupVerb()
        : base("backup", "Restores from backups; several are consolidated in one run.")
    {
        Options.Add(_source);
        _policy = new PolicyOptions(this);
        Options.Add(_execute);
    }

    public override async Task<int> RunAsync(VerbContext context, CancellationToken cancellation)
    {
        RestorationSession session = await context.OpenAsync(cancellation);
        Location[] sources = [.. context.Parse.GetRequiredValue(_source).Select(RestoreOptions.Place)];
        RequestDraft draft = await session.Drafts.FromLocationsAsync(sources, _policy.Read(context.Parse, session.Dates, new RestoreSettings()), cancellation);
        return await Runs.ReviewAsync(context, session, draft, context.Parse.GetValue(_execute), "Restore these appointments?", cancellation)
            ?? await Runs.ExecuteAsync(context, session, draft, Runs.IsNews, cancellation);
    }
}
