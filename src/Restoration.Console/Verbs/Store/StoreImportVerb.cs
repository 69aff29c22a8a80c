using System.CommandLine;
using Restoration.Failures;
using Restoration.Hosting;
using Restoration.Requests;

namespace Restoration.Console.Verbs.Store;

/// <summary><c>store import FILE</c>.</summary>
internal sealed class StoreImportVerb : Verb
{
    private readonly Argument<string> _file = new("file") { Description = "The database of the scripts.", HelpName = "FILE" };
    private readonly Option<string?> _timeZone = Targets.TimeZone();
    private readonly Option<bool> _execute = Targets.Execute();

    public StoreImportVerb()
        : base("import", "Brings a database of the scripts that came before this program in: appointments, users, saved restores, audit trail.")
    {
        Arguments.Add(_file);
        Options.Add(_timeZone);
        Options.Add(_execute);
    }

    public override async Task<int> RunAsync(VerbContext context, CancellationToken cancellation)
    {
        RestorationSession session = await context.OpenAsync(cancellation);
        RequestDraft draft = await session.DatabaseImport.DraftAsync(
            FilePaths.Full(context.Parse.GetRequiredValue(_file)), context.Parse.GetValue(_timeZone), cancellation);
        Runs.FindingLine findings = new(context.Printer);
        foreach (Finding loss in await session.DatabaseImport.FindLossesAsync(draft, cancellation))
        {
            findings.Report(loss);
        }

        return await Runs.ReviewAsync(context, session, draft, context.Parse.GetValue(_execute), "Import this database?", cancellation)
            ?? await Runs.ExecuteAsync(context, session, draft, Runs.IsNews, cancellation);
    }
}
