using System.CommandLine;

namespace Restoration.Console;

/// <summary>The options that every verb takes.</summary>
internal static class GlobalOptions
{
    public static Option<string?> Store { get; } = new("--store")
    {
        Description = "The store: the path of a file. Default: RESTORATION_STORE, or a file in your data folder.",
        HelpName = "PATH",
        Recursive = true,
    };

    public static Option<string?> User { get; } = new("--user")
    {
        Description = "Who acts. Default: RESTORATION_USER, or the user of the operating system.",
        HelpName = "NAME",
        Recursive = true,
    };

    public static Option<bool> Json { get; } = new("--json")
    {
        Description = "Print one JSON document on standard output, errors as JSON on standard error.",
        Recursive = true,
    };

    public static Option<bool> Yes { get; } = new("--yes", "-y")
    {
        Description = "Do not ask.",
        Recursive = true,
    };
}
