using System.CommandLine;
using Restoration.Configurations;

namespace Restoration.Console.Verbs.Config;

/// <summary>How configurations are named and described on the command line.</summary>
internal static class ConfigOptions
{
    public static Argument<string> Identity() => new("configuration") { Description = "The configuration: its name or number.", HelpName = "NAME-OR-ID" };

    public static Option<string?> Name(string description) => new("--name") { Description = description, HelpName = "NAME" };

    public static Option<string?> Description() => new("--description") { Description = "What it is for.", HelpName = "TEXT" };

    public static Option<SourceType?> SourceType() => new Option<SourceType?>("--source-type")
    {
        Description = $"What it restores from: {string.Join(", ", Enum.GetNames<SourceType>())}.",
        HelpName = "TYPE",
    }.Named();

    public static Option<DestinationType?> DestinationType() => new Option<DestinationType?>("--destination-type")
    {
        Description = $"What it restores to: {string.Join(", ", Enum.GetNames<DestinationType>())}.",
        HelpName = "TYPE",
    }.Named();

    public static Option<string?> Source() => new("--source") { Description = "Which source: a JSON object such as {\"calendars\":[\"Backup*\"]}.", HelpName = "JSON" };

    public static Option<string?> Destination() => new("--destination") { Description = "Which destination: a JSON object such as {\"calendar\":\"Recovered\"}.", HelpName = "JSON" };

    public static Option<string?> Policy() => new("--policy") { Description = "Which items, and what to do on a match: a JSON object.", HelpName = "JSON" };
}
