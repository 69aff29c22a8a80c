using System.CommandLine;
using Restoration.Hosting;
using Restoration.Policies;
using Restoration.Requests;

namespace Restoration.Console.Verbs.Mailbox;

/// <summary><c>mailbox import PATH</c>.</summary>
internal sealed class MailboxImportVerb : Verb
{
    private readonly Argument<string[]> _paths = new("path") { Description = "Files, archives or folders to import.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string> _mailbox = Targets.Mailbox();
    private readonly Option<string?> _folder = MailboxOptions.Folder("The folder that everything goes below of. Default: each item goes to the folder that the files name.");
    private readonly Option<string?> _format = MailboxOptions.Format("The files' format, if it is not to be recognised: EML, MBOX, Maildir or JSON.");
    private readonly Option<ConflictResolutionOption> _conflict = RestoreOptions.ConflictResolution();

    public MailboxImportVerb()
        : base("import", "Imports messages, calendars and contacts into a mailbox.")
    {
        Arguments.Add(_paths);
        Options.Add(_mailbox);
        Options.Add(_folder);
        Options.Add(_format);
        Options.Add(_conflict);
    }

    public override async Task<int> RunAsync(VerbContext context, CancellationToken cancellation)
    {
        string[] paths = FilePaths.Find(context.Parse.GetRequiredValue(_paths));
        RestorationSession session = await context.OpenAsync(cancellation);
        RequestDraft draft = await session.MailboxImports.DraftAsync(
            paths,
            context.Parse.GetRequiredValue(_mailbox),
            MailboxOptions.ReadFolder(context, _folder),
            context.Parse.GetValue(_format),
            context.Parse.GetValue(_conflict),
            cancellation);
        return await Runs.ExecuteAsync(context, session, draft, Runs.IsTrouble, cancellation);
    }
}
