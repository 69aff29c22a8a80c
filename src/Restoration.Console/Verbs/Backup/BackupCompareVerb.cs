using System.CommandLine;
using Restoration.Console.Output;
using Restoration.Hosting;

namespace Restoration.Console.Verbs.Backup;

/// <summary><c>backup compare ID [ID]</c>: with a later backup, or with the calendar as it is.</summary>
internal sealed class BackupCompareVerb : Verb
{
    private readonly Argument<string> _before = BackupArguments.Backup();
    private readonly Argument<string?> _after = new("later")
    {
        Description = "A later backup. Default: the calendar as it is now.",
        HelpName = "ID",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public BackupCompareVerb()
        : base("compare", "Lists what was added, removed and changed since a backup.")
    {
        Arguments.Add(_before);
        Arguments.Add(_after);
    }

    public override async Task<int> RunAsync(VerbContext context, CancellationToken cancellation)
    {
        RestorationSession session = await context.OpenAsync(cancellation);
        string? later = context.Parse.GetValue(_after);
        await context.Printer.ListAsync(
            session.Comparison.CompareAsync(
                await session.Backups.GetAsync(context.Parse.GetRequiredValue(_before), cancellation),
                later is null ? null : await session.Backups.GetAsync(later, cancellation),
                cancellation),
            Shapes.Difference,
            "Nothing has changed.");
        return ExitCodes.Done;
    }
}
