using System.CommandLine;
using Restoration.Console.Output;
using Restoration.Hosting;
using Restoration.Stores;

namespace Restoration.Console.Verbs.Store;

/// <summary><c>store copy --to STORE</c>: into an empty one, from a file to a server or back.</summary>
internal sealed class StoreCopyVerb : Verb
{
    private readonly Option<string> _to = new("--to") { Description = "Where to: the path of a new file, or postgres://… of an empty database.", HelpName = "STORE", Required = true };

    public StoreCopyVerb()
        : base("copy", "Copies the whole store into an empty one, checks the copy, and leaves the store as it is.") => Options.Add(_to);

    public override async Task<int> RunAsync(VerbContext context, CancellationToken cancellation)
    {
        StoreCopy copy = new(context.SessionOptions, context.Parse.GetRequiredValue(_to), new TablePrinter(context.Printer));
        context.Printer.One(await copy.RunAsync(cancellation), Shapes.StoreCopy);
        return ExitCodes.Done;
    }

    /// <summary>Says each table once, when its first rows are there.</summary>
    private sealed class TablePrinter(Printer printer) : IProgress<StoreCopyProgress>
    {
        private int _said;

        public void Report(StoreCopyProgress value)
        {
            if (value.Number > _said)
            {
                _said = value.Number;
                printer.Say($"{value.Number} of {value.Total}: {value.Table}");
            }
        }
    }
}
