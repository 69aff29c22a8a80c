using Restoration.Console.Output;
using Restoration.Hosting;
using Restoration.Stores;

namespace Restoration.Console.Verbs.Store;

/// <summary><c>store status</c>: where the schema stands.</summary>
internal sealed class StoreStatusVerb() : Verb("status", "Shows where the store's schema stands.")
{
    public override async Task<int> RunAsync(VerbContext context, CancellationToken cancellation)
    {
        IStoreProvider provider = StoreConnection.Find(context.SessionOptions.Store, TimeProvider.System);
        context.Printer.One(await provider.GetStatusAsync(cancellation), Shapes.Store);
        return ExitCodes.Done;
    }
}
