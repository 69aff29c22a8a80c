using System.CommandLine;
using Restoration.Console.Output;
using Restoration.Hosting;

namespace Restoration.Console.Verbs.Mailbox;

/// <summary><c>mailbox list</c>.</summary>
internal sealed class MailboxListVerb : Verb
{
    private readonly Option<string?> _mailbox = Targets.AnyMailbox();

    public MailboxListVerb()
        : base("list", "Lists the mailboxes.") => Options.Add(_mailbox);

    public override async Task<int> RunAsync(VerbContext context, CancellationToken cancellation)
    {
        RestorationSession session = await context.OpenAsync(cancellation);
        await context.Printer.ListAsync(
            await session.Mailboxes.ListAsync(context.Parse.GetValue(_mailbox), cancellation), Shapes.Mailbox, "There are no mailboxes.");
        return ExitCodes.Done;
    }
}
