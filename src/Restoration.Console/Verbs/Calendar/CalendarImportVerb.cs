using System.CommandLine;
using Restoration.Failures;
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
    private readonly Option<string?> _culture = Targets.Culture();
    private readonly Option<ConflictResolutionOption> _conflict = RestoreOptions.ConflictResolution();

    public CalendarImportVerb()
        : base("import", "Imports files into a calendar; a missing mailbox or calendar is made.")
    {
        Arguments.Add(_files);
        Options.Add(_mailbox);
        Options.Add(_calendar);
        Options.Add(_format);
        Options.Add(_timeZone);
        Options.Add(_culture);
        Options.Add(_conflict);
    }

    public override async Task<int> RunAsync(VerbContext context, CancellationToken cancellation)
    {
        string[] files = context.Parse.GetRequiredValue(_files);
        bool isPiped = files.Contains(StandardStreams.Name);
        if (isPiped && files.Length > 1)
        {
            throw new RestorationException(FailureCode.InvalidArgument, "Standard input is imported alone. Leave out - or the files.", StandardStreams.Name);
        }

        string[] paths = isPiped ? [await context.Streams.InputAsync(files[0], cancellation)] : FilePaths.Find(files);
        string mailbox = context.Parse.GetRequiredValue(_mailbox);
        FolderPath calendar = FolderPath.Parse(context.Parse.GetRequiredValue(_calendar));
        RestorationSession session = await context.OpenAsync(cancellation);
        RequestOptions options = new()
        {
            SourceFormat = context.Parse.GetValue(_format),
            SourceName = isPiped ? StandardStreams.InputName : null,
            TimeZone = context.Parse.GetValue(_timeZone),
            Culture = context.Parse.GetValue(_culture),
        };
        RequestDraft draft = await session.Imports
            .DraftAsync(paths, mailbox, calendar, context.Parse.GetValue(_conflict), options, cancellation);
        return await Runs.ExecuteAsync(context, session, draft, Runs.IsTrouble, cancellation);
    }
}
