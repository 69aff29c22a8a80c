using System.Globalization;
using Restoration.Items;
using Restoration.Mailboxes;

namespace Restoration.Requests.MailboxRestores;

/// <summary>The folder that a restore goes to where nobody names one: <c>Restored-John Smith-2024-01-15</c>.</summary>
public static class RestoreFolderName
{
    /// <summary>The name for a mailbox on a day.</summary>
    public static string Of(Mailbox source, DateTimeOffset day)
    {
        string name = string.Concat(source.DisplayName.Select(letter => letter is '/' or '\\' || char.IsControl(letter) ? '-' : letter));
        return FolderPath.Parse(string.Create(CultureInfo.InvariantCulture, $"Restored-{name[..Math.Min(name.Length, 200)].Trim()}-{day:yyyy-MM-dd}")).ToString();
    }
}
