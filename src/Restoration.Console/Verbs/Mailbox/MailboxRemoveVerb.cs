using System.CommandLine;
using Restoration.Console.Output;
using Restoration.Hosting;

namespace Restoration.Console.Verbs.Mailbox;

/// <summary><c>mailbox remove ID</c>.</summary>
internal sealed class MailboxRemoveVerb : Verb
{
    private readonly Argument<string> _mailbox = MailboxArguments.Mailbox();
    private readonly Option<bool> _execute = Targets.Execute();

    public MailboxRemoveVerb()
        : base("remove", "Removes a mailbox: one with content stays as SoftDeleted, or as Inactive if it is on hold; an empty one is gone.")
    {
        Arguments.Add(_mailbox);
        Options.Add(_execute);
    }

    public override async Task<int> RunAsync(VerbContext context, CancellationToken cancellation)
    {
        RestorationSession session = await context.OpenAsync(cancellation);
        Mailboxes.Mailbox mailbox = await session.Mailboxes.GetAsync(context.Parse.GetRequiredValue(_mailbox), cancellation);
        return await Removal.RunAsync(
            context,
            mailbox,
            Shapes.Mailbox,
            context.Parse.GetValue(_execute),
            "Remove this mailbox?",
            async () => await session.Mailboxes.RemoveAsync(mailbox, cancellation));
    }
}
