using System.CommandLine;

namespace Restoration.Console.Verbs.Mailbox;

/// <summary>How mailboxes are named on the command line.</summary>
internal static class MailboxArguments
{
    public static Argument<string> Mailbox() => new("mailbox")
    {
        Description = "The mailbox: its address, alias, display name or GUID.",
        HelpName = "ID",
    };
}
