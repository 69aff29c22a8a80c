using System.CommandLine;
using Restoration.Backups;
using Restoration.Console.Output;
using Restoration.Hosting;

namespace Restoration.Console.Verbs.Backup;

/// <summary><c>backup verify ID</c>.</summary>
internal sealed class BackupVerifyVerb : Verb
{
    private readonly Argument<string> _id = BackupArguments.Backup();

    public BackupVerifyVerb()
        : base("verify", "Reads everything that a backup holds again, and hashes it.") => Arguments.Add(_id);

    public override async Task<int> RunAsync(VerbContext context, CancellationToken cancellation)
    {
        RestorationSession session = await context.OpenAsync(cancellation);
        BackupVerdict verdict = await session.Backups.VerifyAsync(
            await session.Backups.GetAsync(context.Parse.GetRequiredValue(_id), cancellation), cancellation);
        context.Printer.One(verdict, Shapes.BackupVerdict);
        return verdict.IsValid ? ExitCodes.Done : ExitCodes.Error;
    }
}
