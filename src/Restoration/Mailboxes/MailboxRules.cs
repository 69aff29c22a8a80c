using System.Globalization;
using Restoration.Failures;

namespace Restoration.Mailboxes;

/// <summary>What a mailbox has to be like. Pure.</summary>
internal static class MailboxRules
{
    private const int LongestName = 320;

    /// <summary>Looks at a mailbox for itself.</summary>
    /// <exception cref="RestorationException"><see cref="FailureCode.InvalidArgument"/>.</exception>
    public static void Check(Mailbox mailbox)
    {
        CheckName("address", mailbox.Address, @"/\*?");
        CheckName("alias", mailbox.Alias, @"\");
        CheckName("display name", mailbox.DisplayName, "");
        if (mailbox.UserPrincipalName is { } name)
        {
            CheckName("user principal name", name, @"/\*?");
        }

        CheckSize("quota", mailbox.Quota);
        CheckSize("largest item", mailbox.MaxItemSize);
        if (mailbox.Holds.FirstOrDefault(hold => string.IsNullOrWhiteSpace(hold) || hold.Any(char.IsControl)) is { } empty)
        {
            throw new RestorationException(FailureCode.InvalidArgument, $"'{empty}' is no name of a hold.", mailbox.Address);
        }
    }

    /// <summary>Looks at an address before it is one.</summary>
    public static void CheckAddress(string address) => CheckName("address", address, @"/\*?");

    private static void CheckName(string what, string name, string forbidden)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > LongestName || name != name.Trim() || name.Any(char.IsControl) || name.AsSpan().ContainsAny(forbidden))
        {
            string without = forbidden.Length == 0 ? "" : $" without {string.Join(" ", forbidden.ToCharArray())}";
            throw new RestorationException(
                FailureCode.InvalidArgument, string.Create(CultureInfo.InvariantCulture, $"'{name}' is no {what} of a mailbox. Write 1 to {LongestName} characters{without}, and no spaces around them."), name);
        }
    }

    private static void CheckSize(string what, long? size)
    {
        if (size < 0)
        {
            throw new RestorationException(FailureCode.InvalidArgument, FormattableString.Invariant($"{size} bytes is no {what} of a mailbox. Write a number from 0 on."));
        }
    }
}
