using Restoration.Console.Output;
using Restoration.Hosting;
using Restoration.Stores;

namespace Restoration.Console.Verbs.Store;

/// <summary><c>store upgrade</c>: to the latest version.</summary>
internal sealed class StoreUpgradeVerb() : Verb("upgrade", "Takes the store to the latest version of the schema.")
{
    public override async Task<int> RunAsync(VerbContext context, CancellationToken cancellation)
    {
        IStoreProvider provider = StoreConnection.Find(context.SessionOptions.Store, TimeProvider.System);
        StoreStatus status = await provider.MigrateAsync(null, context.SessionOptions.FindUser(), new StepPrinter(context.Printer), cancellation);
        context.Printer.One(status, Shapes.Store);
        return ExitCodes.Done;
    }
}
