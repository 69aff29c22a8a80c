using System.CommandLine;
using Restoration.Console.Output;
using Restoration.Failures;
using Restoration.Hosting;
using Restoration.Stores;

namespace Restoration.Console.Verbs.Store;

/// <summary><c>store downgrade</c>: to an older version.</summary>
internal sealed class StoreDowngradeVerb : Verb
{
    private readonly Option<int> _to = new("--to") { Description = "The version to go down to.", HelpName = "N", Required = true };
    private readonly Option<bool> _execute = Targets.Execute();

    public StoreDowngradeVerb()
        : base("downgrade", "Takes the store down to an older version of the schema; what that has no place for is lost.")
    {
        Options.Add(_to);
        Options.Add(_execute);
    }

    public override async Task<int> RunAsync(VerbContext context, CancellationToken cancellation)
    {
        IStoreProvider provider = StoreConnection.Find(context.SessionOptions.Store, TimeProvider.System);
        StoreStatus status = await provider.GetStatusAsync(cancellation);
        int version = context.Parse.GetValue(_to);
        if (!status.Exists || version > status.Version)
        {
            throw new RestorationException(
                FailureCode.InvalidArgument, $"The store has schema version {status.Version}; it cannot go down to {version}.", status.Store);
        }

        bool execute = context.Parse.GetValue(_execute);
        if (!execute || !context.Confirm($"Go down from version {status.Version} to {version}? Data of the later versions is lost."))
        {
            context.Printer.One(status, Shapes.Store);
            context.Printer.Say(execute ? "Nothing was changed." : $"Would go down to version {version}. Nothing was changed. Add --execute to do it.");
            return ExitCodes.Done;
        }

        context.Printer.One(
            await provider.MigrateAsync(version, context.SessionOptions.FindUser(), new StepPrinter(context.Printer), cancellation), Shapes.Store);
        return ExitCodes.Done;
    }
}
