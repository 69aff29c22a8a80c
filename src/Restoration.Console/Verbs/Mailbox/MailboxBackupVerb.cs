using System.CommandLine;
using Restoration.Console.Output;
using Restoration.Hosting;

namespace Restoration.Console.Verbs.Mailbox;

/// <summary><c>mailbox backup</c>.</summary>
internal sealed class MailboxBackupVerb : Verb
{
    private readonly Option<string> _mailbox = Targets.Mailbox();

    public MailboxBackupVerb()
        : base("backup", "Backs every folder of a mailbox up as it is at one moment.") => Options.Add(_mailbox);

    public override async Task<int> RunAsync(VerbContext context, CancellationToken cancellation)
    {
        RestorationSession session = await context.OpenAsync(cancellation);
        await context.Printer.ListAsync(await session.Backups.CreateAllAsync(context.Parse.GetRequiredValue(_mailbox), cancellation), Shapes.Backup, "No backups.");
        return ExitCodes.Done;
    }
}
