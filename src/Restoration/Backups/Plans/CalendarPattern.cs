using Restoration.Failures;
using Restoration.Items;
using Restoration.Mailboxes;
using Restoration.Policies;

namespace Restoration.Backups.Plans;

/// <summary>Which calendars a plan means: <c>mailbox/calendar</c>, both with wildcards; a mailbox alone means its default calendar.</summary>
/// <param name="Mailbox">The mailbox's address, or a pattern.</param>
/// <param name="Calendar">The calendar's path or name, or a pattern.</param>
public sealed record CalendarPattern(string Mailbox, string Calendar)
{
    /// <summary>Whether it can mean none, or many.</summary>
    public bool HasWildcard => Wildcard.HasWildcard(Mailbox) || Wildcard.HasWildcard(Calendar);

    /// <summary>Reads a pattern.</summary>
    /// <exception cref="RestorationException"><see cref="FailureCode.InvalidLocation"/>.</exception>
    public static CalendarPattern Parse(string text)
    {
        int slash = text.IndexOf('/', StringComparison.Ordinal);
        string mailbox = (slash < 0 ? text : text[..slash]).Trim();
        string calendar = slash < 0 ? FolderPath.Calendar.ToString() : text[(slash + 1)..].Trim('/', ' ');
        return mailbox.Length > 0 && calendar.Length > 0
            ? new CalendarPattern(mailbox, calendar)
            : throw new RestorationException(
                FailureCode.InvalidLocation, $"'{text}' names no calendar. Write mailbox/calendar, such as alice@contoso.com/Calendar or *@contoso.com/*.", text);
    }

    /// <summary>Whether a calendar is meant.</summary>
    public bool Matches(Folder folder) => folder.Kind == FolderKind.Calendar
        && Wildcard.IsMatch(Mailbox, folder.Mailbox)
        && (Wildcard.IsMatch(Calendar, folder.Path.ToString()) || Wildcard.IsMatch(Calendar, folder.Path.Name));

    /// <summary>The pattern as it is written.</summary>
    public override string ToString() => $"{Mailbox}/{Calendar}";
}
