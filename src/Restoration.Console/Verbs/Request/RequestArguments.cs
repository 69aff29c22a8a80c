using System.CommandLine;

namespace Restoration.Console.Verbs.Request;

/// <summary>How requests are named on the command line.</summary>
internal static class RequestArguments
{
    public static Argument<string> Request() => new("request")
    {
        Description = @"The request: its GUID, its name, or Mailbox\Name.",
        HelpName = "ID",
    };
}
