using Restoration.Console.Output;

namespace Restoration.Console.Verbs;

/// <summary>Removes things that no request is about: shown first, removed if that was asked for and nobody says no.</summary>
internal static class Removal
{
    public static async Task<int> RunAsync<T>(VerbContext context, T thing, Shape<T> shape, bool execute, string question, Func<ValueTask> remove)
    {
        // A document is printed once, and not before what could fail has been done.
        bool isFirst = !execute || context.Asks;
        if (isFirst)
        {
            context.Printer.One(thing, shape);
        }

        if (!execute || !context.Confirm(question))
        {
            context.Printer.Say(execute ? "Nothing was changed." : "Nothing was changed. Add --execute to do it.");
            return ExitCodes.Done;
        }

        await remove();
        if (!isFirst)
        {
            context.Printer.One(thing, shape);
        }

        context.Printer.Say("Removed.");
        return ExitCodes.Done;
    }
}
