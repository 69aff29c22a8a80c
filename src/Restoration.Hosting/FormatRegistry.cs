using Restoration.Formats.Csv;
using Restoration.Formats.Graph;
using Restoration.Formats.ICalendar;
using Restoration.Formats.Json;
using Restoration.Formats.Mailboxes;
using Restoration.Sources;

namespace Restoration.Hosting;

/// <summary>The formats that this program reads and writes, most telling first.</summary>
internal static class FormatRegistry
{
    public static FormatCatalog Create() => new([new ICalendarFormat(), new JsonFormat(), new CsvFormat(), new GraphFormat()], new MailboxFormats());
}
