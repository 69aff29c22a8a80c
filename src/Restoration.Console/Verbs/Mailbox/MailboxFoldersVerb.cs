using System.CommandLine;
using Restoration.Console.Output;
using Restoration.Hosting;

namespace Restoration.Console.Verbs.Mailbox;

/// <summary><c>mailbox folders --mailbox ID</c>.</summary>
internal sealed class MailboxFoldersVerb : Verb
{
    private readonly Option<string> _mailbox = Targets.Mailbox();

    public MailboxFoldersVerb()
        : base("folders", "Lists the folders of a mailbox, with what is in them.") => Options.Add(_mailbox);

    public override async Task<int> RunAsync(VerbContext context, CancellationToken cancellation)
    {
        RestorationSession session = await context.OpenAsync(cancellation);
        await context.Printer.ListAsync(
            await session.Mailboxes.ListFoldersAsync(context.Parse.GetRequiredValue(_mailbox), cancellation), Shapes.MailboxFolder, "The mailbox has no folders.");
        return ExitCodes.Done;
    }
}
