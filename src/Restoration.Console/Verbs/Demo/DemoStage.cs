using System.CommandLine;
using Restoration.Console.Output;
using Restoration.Hosting;

namespace Restoration.Console.Verbs.Demo;

/// <summary>Plays steps: each runs its verb just as the command line would, but for the store, the question and the clock.</summary>
/// <param name="context">What the demo itself works with.</param>
/// <param name="store">The demo's store.</param>
/// <param name="samples">The folder of the samples, which people are shown the name of only.</param>
internal sealed class DemoStage(VerbContext context, string store, string samples)
{
    private readonly Command _root = VerbCatalog.CreateRoot();
    private readonly DemoClock _clock = new(TimeProvider.System);
    private readonly List<PlayedStep> _steps = [];

    public string Store => store;

    public IReadOnlyList<PlayedStep> Steps => _steps;

    public async Task PlayAsync(DemoStep step, CancellationToken cancellation)
    {
        Announce(step);
        _clock.MoveTo(step.At);
        string[] unsaid = context.Printer.IsJson ? ["--yes", "--json"] : ["--yes"];
        ParseResult parse = _root.Parse([.. step.Arguments, "--store", store, .. unsaid]);
        using MemoryStream output = new();
        await using VerbContext inner = new(parse, new Printer(context.Printer.IsJson, output), _clock);
        int code = await ((Verb)parse.CommandResult.Command).RunAsync(inner, cancellation);
        bool succeeded = code == ExitCodes.Done && (step.SameAs is null || await IsSameAsync(inner, step.SameAs, cancellation));
        _steps.Add(new PlayedStep(step, succeeded, code, output.ToArray()));
    }

    private static async Task<bool> IsSameAsync(VerbContext context, string backup, CancellationToken cancellation)
    {
        RestorationSession session = await context.OpenAsync(cancellation);
        return !await session.Comparison
            .CompareAsync(await session.Backups.GetAsync(backup, cancellation), null, cancellation).AnyAsync(cancellation);
    }

    private void Announce(DemoStep step)
    {
        if (context.Printer.IsJson)
        {
            return;
        }

        string command = string.Join(' ', step.Arguments.Select(argument => Quote(argument.Replace(samples, "samples", StringComparison.Ordinal))));
        System.Console.WriteLine();
        System.Console.WriteLine(FormattableString.Invariant($"{_steps.Count + 1}. {step.Title}"));
        System.Console.WriteLine($"   $ restoration {command}");
    }

    private static string Quote(string argument) => argument.Contains(' ', StringComparison.Ordinal) ? $"'{argument}'" : argument;
}
