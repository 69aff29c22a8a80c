using System.CommandLine;
using Restoration.Configurations;
using Restoration.Console.Output;
using Restoration.Hosting;

namespace Restoration.Console.Verbs.Config;

/// <summary><c>config list</c>.</summary>
internal sealed class ConfigListVerb : Verb
{
    private readonly Option<string?> _name = ConfigOptions.Name("Only names that fit; * and ? are wildcards.");
    private readonly Option<string?> _owner = new("--owner") { Description = "Only those of users that fit.", HelpName = "NAME" };
    private readonly Option<SourceType?> _sourceType = ConfigOptions.SourceType();
    private readonly Option<DestinationType?> _destinationType = ConfigOptions.DestinationType();
    private readonly Option<bool?> _active = new("--active") { Description = "Only those that may be run, or only those that may not.", HelpName = "true|false" };
    private readonly Option<string?> _text = new("--text") { Description = "Only those that hold this text anywhere.", HelpName = "TEXT" };

    public ConfigListVerb()
        : base("list", "Lists the configurations.")
    {
        foreach (Option option in new Option[] { _name, _owner, _sourceType, _destinationType, _active, _text })
        {
            Options.Add(option);
        }
    }

    public override async Task<int> RunAsync(VerbContext context, CancellationToken cancellation)
    {
        RestorationSession session = await context.OpenAsync(cancellation);
        ConfigurationFilter filter = new()
        {
            Name = context.Parse.GetValue(_name),
            User = context.Parse.GetValue(_owner),
            SourceType = context.Parse.GetValue(_sourceType),
            DestinationType = context.Parse.GetValue(_destinationType),
            IsActive = context.Parse.GetValue(_active),
            Text = context.Parse.GetValue(_text),
        };
        await context.Printer.ListAsync(
            await session.Configurations.ListAsync(filter, cancellation), Shapes.Configuration, "No configuration fits. 'config create' makes one.");
        return ExitCodes.Done;
    }
}
