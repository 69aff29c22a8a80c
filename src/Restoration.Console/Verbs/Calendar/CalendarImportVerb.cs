using System.CommandLine;
using Restoration.Hosting;
using Restoration.Items;
using Restoration.Policies;
using Restoration.Requests;

namespace Restoration.Console.Verbs.Calendar;

/// <summary><c>calendar import FILE</c>.</summary>
internal sealed class CalendarImportVerb : Verb
{
    private readonly Argument<string[]> _files = new("file") { Description = "The files to import; - for standard input.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string> _mailbox = Targets.Mailbox();
    private readonly Option<string> _calendar = Targets.Calendar();
    private readonly Option<string?> _format = new("--format") { Description = "The files' format, if it is not to be recognised.", HelpName = "FORMAT" };
    private readonly Option<string?> _timeZone = Targets.TimeZone();
    private readonly Option<ConflictResolutionOption> _conflict = RestoreOptions.ConflictResolution();

    public CalendarImportVerb()
        : base("import", "Imports files into a calendar; a missing mailbox or calendar is made.")
    {
        Arguments.Add(_files);
        Options.Add(_mailbox);
        Options.Add(_calendar);
        Options.Add(_format);
        Options.Add(_timeZone);
        Options.Add(_conflict);
    }

    public override async Task<int> RunAsync(VerbContext context, CancellationToken cancellation)
    {
        List<string> paths = [];
        foreach (string file in context.Parse.GetRequiredValue(_files))
        {
            paths.Add(await context.Streams.InputAsync(file, cancellation));
        }

        string mailbox = context.Parse.GetRequiredValue(_mailbox);
        FolderPath calendar = FolderPath.Parse(context.Parse.GetRequiredValue(_calendar));
        RestorationSession session = await context.OpenAsync(cancellation);
        RequestOptions options = new() { SourceFormat = context.Parse.GetValue(_format), TimeZone = context.Parse.GetValue(_timeZone) };
        RequestDraft draft = await session.Imports
            .DraftAsync(paths, mailbox, calendar, context.Parse.GetValue(_conflict), options, cancellation);
        return await Runs.ExecuteAsync(context, session, draft, Runs.IsTrouble, cancellation);
    }
}
