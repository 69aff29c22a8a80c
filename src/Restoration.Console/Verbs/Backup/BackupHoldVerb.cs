using System.CommandLine;
using Restoration.Console.Output;
using Restoration.Hosting;

namespace Restoration.Console.Verbs.Backup;

/// <summary><c>backup hold ID</c>.</summary>
internal sealed class BackupHoldVerb : Verb
{
    private readonly Argument<string> _id = BackupArguments.Backup();
    private readonly Option<bool> _release = new("--release") { Description = "Let it go again." };

    public BackupHoldVerb()
        : base("hold", "Says that a backup is to stay, whatever plans and people do.")
    {
        Arguments.Add(_id);
        Options.Add(_release);
    }

    public override async Task<int> RunAsync(VerbContext context, CancellationToken cancellation)
    {
        RestorationSession session = await context.OpenAsync(cancellation);
        Backups.Backup backup = await session.Backups.GetAsync(context.Parse.GetRequiredValue(_id), cancellation);
        context.Printer.One(await session.Backups.HoldAsync(backup, !context.Parse.GetValue(_release), cancellation), Shapes.Backup);
        return ExitCodes.Done;
    }
}
