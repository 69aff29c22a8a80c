using System.CommandLine;
using Restoration.Users;

namespace Restoration.Console.Verbs.User;

/// <summary>How users are named and described on the command line.</summary>
internal static class UserOptions
{
    public static Argument<string> Name() => new("name") { Description = "The user's name; case does not count.", HelpName = "NAME" };

    public static Option<UserRole?> Role() => new Option<UserRole?>("--role")
    {
        Description = $"What the user may do: {string.Join(", ", Enum.GetNames<UserRole>())}.",
        HelpName = "ROLE",
    }.Named();
}
