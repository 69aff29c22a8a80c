using System.Runtime.CompilerServices;
using Restoration.Formats.ICalendar;
using Restoration.Sources;

namespace Restoration.Formats.Mailboxes.Reading;

/// <summary>Calendars in a mailbox: iCalendar files, each a folder unless it says which it is of.</summary>
internal static class CalendarFileReader
{
    /// <summary>Reads the file.</summary>
    public static async IAsyncEnumerable<MailboxEntry> ReadAsync(MailFile file, [EnumeratorCancellation] CancellationToken cancellation)
    {
        IItemReader reader = new ICalendarFormat().OpenReader(file.Stream, new ReadOptions { FileName = file.Name, Limits = file.Limits });
        await using (reader.ConfigureAwait(false))
        {
            await foreach (ReadItem read in reader.ReadAsync(cancellation).ConfigureAwait(false))
            {
                IReadOnlyList<string> folder = reader.Info.Folder is { } named ? named.Segments : file.FolderOfFile;
                yield return new MailboxEntry { Folder = folder, Item = read.Item, Finding = read.Finding };
            }
        }
    }
}
