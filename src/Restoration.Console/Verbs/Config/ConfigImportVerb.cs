using System.CommandLine;
using Restoration.Console.Output;
using Restoration.Hosting;

namespace Restoration.Console.Verbs.Config;

/// <summary><c>config import FILE</c>.</summary>
internal sealed class ConfigImportVerb : Verb
{
    private readonly Argument<string> _file = new("file") { Description = "The file that 'config export' wrote.", HelpName = "FILE" };

    public ConfigImportVerb()
        : base("import", "Saves the configurations of a file for the acting user.") => Arguments.Add(_file);

    public override async Task<int> RunAsync(VerbContext context, CancellationToken cancellation)
    {
        RestorationSession session = await context.OpenAsync(cancellation);
        await context.Printer.ListAsync(
            await session.ConfigurationFiles.ReadAsync(FilePaths.Full(context.Parse.GetRequiredValue(_file)), cancellation),
            Shapes.Configuration,
            "The file holds no configuration.");
        return ExitCodes.Done;
    }
}
