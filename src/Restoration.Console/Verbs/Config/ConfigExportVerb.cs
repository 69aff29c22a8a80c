using System.CommandLine;
using Restoration.Configurations;
using Restoration.Console.Output;
using Restoration.Hosting;

namespace Restoration.Console.Verbs.Config;

/// <summary><c>config export FILE</c>.</summary>
internal sealed class ConfigExportVerb : Verb
{
    private readonly Argument<string> _file = new("file") { Description = "The file to write.", HelpName = "FILE" };
    private readonly Option<string?> _name = ConfigOptions.Name("Only names that fit; * and ? are wildcards.");
    private readonly Option<bool> _force = Targets.Force();

    public ConfigExportVerb()
        : base("export", "Writes configurations to a file, to take them to another store.")
    {
        Arguments.Add(_file);
        Options.Add(_name);
        Options.Add(_force);
    }

    public override async Task<int> RunAsync(VerbContext context, CancellationToken cancellation)
    {
        RestorationSession session = await context.OpenAsync(cancellation);
        ConfigurationFilter filter = new() { Name = context.Parse.GetValue(_name) };
        IReadOnlyList<RestorationConfiguration> exported = await session.Configurations.ListAsync(filter, cancellation);
        await session.ConfigurationFiles.WriteAsync(
            FilePaths.Full(context.Parse.GetRequiredValue(_file)), context.Parse.GetValue(_force), exported, cancellation);
        await context.Printer.ListAsync(exported, Shapes.Configuration, "No configuration fits; the file holds none.");
        return ExitCodes.Done;
    }
}
