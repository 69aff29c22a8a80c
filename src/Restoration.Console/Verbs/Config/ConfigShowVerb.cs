using System.CommandLine;
using Restoration.Console.Output;
using Restoration.Hosting;

namespace Restoration.Console.Verbs.Config;

/// <summary><c>config show NAME-OR-ID</c>.</summary>
internal sealed class ConfigShowVerb : Verb
{
    private readonly Argument<string> _identity = ConfigOptions.Identity();

    public ConfigShowVerb()
        : base("show", "Shows a configuration.") => Arguments.Add(_identity);

    public override async Task<int> RunAsync(VerbContext context, CancellationToken cancellation)
    {
        RestorationSession session = await context.OpenAsync(cancellation);
        context.Printer.One(await session.Configurations.GetAsync(context.Parse.GetRequiredValue(_identity), cancellation), Shapes.Configuration);
        return ExitCodes.Done;
    }
}
