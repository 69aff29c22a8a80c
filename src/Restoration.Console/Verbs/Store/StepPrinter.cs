using Restoration.Console.Output;
using Restoration.Stores;

namespace Restoration.Console.Verbs.Store;

/// <summary>Says each step of a migration.</summary>
internal sealed class StepPrinter(Printer printer) : IProgress<MigrationProgress>
{
    public void Report(MigrationProgress value)
        => printer.Say($"{value.Number} of {value.Total}: {(value.IsUpgrade ? "up to" : "down from")} {value.Version} {value.Name}");
}
