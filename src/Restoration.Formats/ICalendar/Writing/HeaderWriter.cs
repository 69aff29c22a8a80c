using System.Globalization;
using Restoration.Formats.ICalendar.Components;
using Restoration.Formats.ICalendar.Values;
using Restoration.Items;
using Restoration.Sources;

namespace Restoration.Formats.ICalendar.Writing;

/// <summary>Writes what a file says of its calendar (RFC 5545 §3.6, §3.7).</summary>
internal sealed class HeaderWriter(LineWriter lines, bool includeMetadata)
{
    private const string Product = "-//Restoration//Restoration//EN";
    private static readonly string[] Own = ["VERSION", "PRODID", "CALSCALE", "METHOD", "X-WR-CALNAME"];

    /// <summary>Begins the calendar.</summary>
    public void Write(CalendarInfo info)
    {
        lines.Write("BEGIN:VCALENDAR"u8);
        lines.Write("VERSION:2.0"u8);
        lines.Write("PRODID:" + Product);
        lines.Write("CALSCALE:" + (Find(info, "CALSCALE") ?? "GREGORIAN"));
        lines.Write("METHOD:" + (Find(info, "METHOD") ?? "PUBLISH"));
        if (info.Name is { } name)
        {
            lines.Write("X-WR-CALNAME:" + TextValue.Encode(name));
        }

        if (includeMetadata)
        {
            WriteMetadata(info);
        }

        foreach (CalendarProperty property in info.Properties)
        {
            if (!Own.Contains(property.Name, StringComparer.OrdinalIgnoreCase) && !IsOurs(property.Name))
            {
                lines.Write(PropertyText.Format(property));
            }
        }
    }

    private void WriteMetadata(CalendarInfo info)
    {
        if (info.Mailbox is { } mailbox)
        {
            lines.Write($"{MetadataNames.Mailbox}:{TextValue.Encode(mailbox)}");
        }

        if (info.Folder is { } folder)
        {
            lines.Write($"{MetadataNames.Folder}:{TextValue.Encode(folder.ToString())}");
        }

        if (info.TakenAt is { } taken)
        {
            lines.Write($"{MetadataNames.TakenAt}:{taken.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}");
        }

        string? first = Find(info, MetadataNames.FirstProduct) ?? Find(info, "PRODID");
        if (first is not null && first != Product)
        {
            lines.Write($"{MetadataNames.FirstProduct}:{first}");
        }
    }

    private static bool IsOurs(string name) => name.StartsWith(MetadataNames.Prefix, StringComparison.OrdinalIgnoreCase);

    private static string? Find(CalendarInfo info, string name)
        => info.Properties.FirstOrDefault(property => property.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value;
}
