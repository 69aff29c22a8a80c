using System.CommandLine;
using Restoration.Configurations;
using Restoration.Console.Output;
using Restoration.Hosting;

namespace Restoration.Console.Verbs.Config;

/// <summary><c>config create</c>.</summary>
internal sealed class ConfigCreateVerb : Verb
{
    private readonly Option<string?> _name = ConfigOptions.Name("Its name.");
    private readonly Option<string?> _description = ConfigOptions.Description();
    private readonly Option<SourceType?> _sourceType = ConfigOptions.SourceType();
    private readonly Option<string?> _source = ConfigOptions.Source();
    private readonly Option<DestinationType?> _destinationType = ConfigOptions.DestinationType();
    private readonly Option<string?> _destination = ConfigOptions.Destination();
    private readonly Option<string?> _policy = ConfigOptions.Policy();
    private readonly Option<bool> _inactive = new("--inactive") { Description = "Do not let it be run yet." };

    public ConfigCreateVerb()
        : base("create", "Saves a restore to run it again and again.")
    {
        Option[] required = [_name, _sourceType, _source, _destinationType, _destination];
        foreach (Option option in (Option[])[.. required, _description, _policy, _inactive])
        {
            option.Required = required.Contains(option);
            Options.Add(option);
        }
    }

    public override async Task<int> RunAsync(VerbContext context, CancellationToken cancellation)
    {
        RestorationSession session = await context.OpenAsync(cancellation);
        ConfigurationDraft draft = new()
        {
            Name = context.Parse.GetRequiredValue(_name)!,
            Description = context.Parse.GetValue(_description),
            SourceType = context.Parse.GetRequiredValue(_sourceType)!.Value,
            Source = context.Parse.GetRequiredValue(_source)!,
            DestinationType = context.Parse.GetRequiredValue(_destinationType)!.Value,
            Destination = context.Parse.GetRequiredValue(_destination)!,
            Policy = context.Parse.GetValue(_policy),
            IsActive = !context.Parse.GetValue(_inactive),
        };
        context.Printer.One(await session.Configurations.AddAsync(draft, cancellation), Shapes.Configuration);
        return ExitCodes.Done;
    }
}
