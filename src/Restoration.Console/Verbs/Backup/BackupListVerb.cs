using System.CommandLine;
using Restoration.Console.Output;
using Restoration.Hosting;

namespace Restoration.Console.Verbs.Backup;

/// <summary><c>backup list</c>.</summary>
internal sealed class BackupListVerb : Verb
{
    private readonly Option<string?> _mailbox = Targets.AnyMailbox();
    private readonly Option<string?> _calendar = Targets.AnyCalendar();

    public BackupListVerb()
        : base("list", "Lists the backups in the store, newest first.")
    {
        Options.Add(_mailbox);
        Options.Add(_calendar);
    }

    public override async Task<int> RunAsync(VerbContext context, CancellationToken cancellation)
    {
        RestorationSession session = await context.OpenAsync(cancellation);
        await context.Printer.ListAsync(
            await session.Backups.ListAsync(context.Parse.GetValue(_mailbox), context.Parse.GetValue(_calendar), cancellation),
            Shapes.Backup,
            "There are no backups. 'backup create --mailbox M' makes one.");
        return ExitCodes.Done;
    }
}
