using System.CommandLine;
using Restoration.Console.Output;
using Restoration.Hosting;

namespace Restoration.Console.Verbs.Backup;

/// <summary><c>backup remove ID</c>.</summary>
internal sealed class BackupRemoveVerb : Verb
{
    private readonly Argument<string> _id = BackupArguments.Backup();
    private readonly Option<bool> _execute = Targets.Execute();

    public BackupRemoveVerb()
        : base("remove", "Removes a backup and the content that nothing else needs. This cannot be undone.")
    {
        Arguments.Add(_id);
        Options.Add(_execute);
    }

    public override async Task<int> RunAsync(VerbContext context, CancellationToken cancellation)
    {
        RestorationSession session = await context.OpenAsync(cancellation);
        Backups.Backup backup = await session.Backups.GetAsync(context.Parse.GetRequiredValue(_id), cancellation);
        bool execute = context.Parse.GetValue(_execute);
        if (!execute || context.Asks)
        {
            context.Printer.One(new BackupRemoval(backup, false, null), Shapes.BackupRemoval);
        }

        if (!execute || !context.Confirm("Remove this backup? It cannot be undone."))
        {
            context.Printer.Say(execute ? "Nothing was changed." : "Nothing was changed. Add --execute to do it.");
            return ExitCodes.Done;
        }

        long freed = await session.Backups.RemoveAsync(backup, cancellation);
        context.Printer.One(new BackupRemoval(backup, true, freed), Shapes.BackupRemoval);
        return ExitCodes.Done;
    }
}
