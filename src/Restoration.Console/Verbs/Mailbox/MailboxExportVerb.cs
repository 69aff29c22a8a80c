using System.CommandLine;
using Restoration.Console.Output;
using Restoration.Hosting;
using Restoration.Mailboxes;

namespace Restoration.Console.Verbs.Mailbox;

/// <summary><c>mailbox export PATH</c>.</summary>
internal sealed class MailboxExportVerb : Verb
{
    private readonly Argument<string> _path = new("path") { Description = "Where to write: a folder, an archive (.zip, .tar.gz), or a file (.mbox, .json)." };
    private readonly Option<string> _mailbox = Targets.Mailbox();
    private readonly Option<string?> _format = MailboxOptions.Format("eml, mbox, maildir or json.");
    private readonly Option<string?> _folder = MailboxOptions.Folder("Only this folder, with all below it.");
    private readonly Option<bool> _force = new("--force") { Description = "Replace an earlier export." };

    public MailboxExportVerb()
        : base("export", "Writes a mailbox to files, which appear whole or not at all.")
    {
        _format.Required = true;
        Arguments.Add(_path);
        Options.Add(_mailbox);
        Options.Add(_format);
        Options.Add(_folder);
        Options.Add(_force);
    }

    public override async Task<int> RunAsync(VerbContext context, CancellationToken cancellation)
    {
        string path = FilePaths.Full(context.Parse.GetRequiredValue(_path));
        RestorationSession session = await context.OpenAsync(cancellation);
        ExportedMailbox written = await session.MailboxExports.WriteAsync(
            context.Parse.GetRequiredValue(_mailbox),
            MailboxOptions.ReadFolder(context, _folder),
            path,
            new MailboxExportOptions(context.Parse.GetValue(_format)!, context.Parse.GetValue(_force)),
            cancellation);
        context.Printer.One(written, MailboxFileShapes.Exported);
        return ExitCodes.Done;
    }
}
