using System.CommandLine;
using Restoration.Configurations;
using Restoration.Console.Output;
using Restoration.Hosting;

namespace Restoration.Console.Verbs.Config;

/// <summary><c>config set NAME-OR-ID</c>.</summary>
internal sealed class ConfigSetVerb : Verb
{
    private readonly Argument<string> _identity = ConfigOptions.Identity();
    private readonly Option<string?> _name = ConfigOptions.Name("Another name.");
    private readonly Option<string?> _description = ConfigOptions.Description();
    private readonly Option<SourceType?> _sourceType = ConfigOptions.SourceType();
    private readonly Option<string?> _source = ConfigOptions.Source();
    private readonly Option<DestinationType?> _destinationType = ConfigOptions.DestinationType();
    private readonly Option<string?> _destination = ConfigOptions.Destination();
    private readonly Option<string?> _policy = ConfigOptions.Policy();
    private readonly Option<bool?> _active = new("--active") { Description = "Whether it may be run.", HelpName = "true|false" };

    public ConfigSetVerb()
        : base("set", "Changes a configuration; what is not given stays.")
    {
        Arguments.Add(_identity);
        foreach (Option option in new Option[] { _name, _description, _sourceType, _source, _destinationType, _destination, _policy, _active })
        {
            Options.Add(option);
        }
    }

    public override async Task<int> RunAsync(VerbContext context, CancellationToken cancellation)
    {
        RestorationSession session = await context.OpenAsync(cancellation);
        RestorationConfiguration configuration = await session.Configurations.GetAsync(context.Parse.GetRequiredValue(_identity), cancellation);
        RestorationConfiguration changed = configuration with
        {
            Name = context.Parse.GetValue(_name) ?? configuration.Name,
            Description = context.Parse.GetValue(_description) ?? configuration.Description,
            SourceType = context.Parse.GetValue(_sourceType) ?? configuration.SourceType,
            Source = context.Parse.GetValue(_source) ?? configuration.Source,
            DestinationType = context.Parse.GetValue(_destinationType) ?? configuration.DestinationType,
            Destination = context.Parse.GetValue(_destination) ?? configuration.Destination,
            Policy = context.Parse.GetValue(_policy) ?? configuration.Policy,
            IsActive = context.Parse.GetValue(_active) ?? configuration.IsActive,
        };
        context.Printer.One(await session.Configurations.SetAsync(changed, cancellation), Shapes.Configuration);
        return ExitCodes.Done;
    }
}
