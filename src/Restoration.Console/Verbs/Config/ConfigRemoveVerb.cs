using System.CommandLine;
using Restoration.Configurations;
using Restoration.Console.Output;
using Restoration.Hosting;

namespace Restoration.Console.Verbs.Config;

/// <summary><c>config remove NAME-OR-ID</c>.</summary>
internal sealed class ConfigRemoveVerb : Verb
{
    private readonly Argument<string> _identity = ConfigOptions.Identity();
    private readonly Option<bool> _execute = Targets.Execute();

    public ConfigRemoveVerb()
        : base("remove", "Removes a configuration; what it ran stays.")
    {
        Arguments.Add(_identity);
        Options.Add(_execute);
    }

    public override async Task<int> RunAsync(VerbContext context, CancellationToken cancellation)
    {
        RestorationSession session = await context.OpenAsync(cancellation);
        RestorationConfiguration configuration = await session.Configurations.GetAsync(context.Parse.GetRequiredValue(_identity), cancellation);
        return await Removal.RunAsync(
            context, configuration, Shapes.Configuration, context.Parse.GetValue(_execute), "Remove this configuration?", () => session.Configurations.RemoveAsync(configuration, cancellation));
    }
}
