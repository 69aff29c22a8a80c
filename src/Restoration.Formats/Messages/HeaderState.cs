using System.Globalization;
using Restoration.Formats.Mime;
using Restoration.Items;

namespace Restoration.Formats.Messages;

/// <summary>
/// What a message itself says of its state, in the headers that mail programs write into it: <c>Status</c> and <c>X-Status</c> (mbox),
/// <c>X-Mozilla-Status</c> (Thunderbird), <c>X-Gmail-Labels</c> (Google), <c>Importance</c> and <c>X-Priority</c>, <c>Keywords</c>.
/// </summary>
internal static class HeaderState
{
    // Labels of Gmail that are states or places, and no categories.
    private static readonly HashSet<string> SystemLabels = new(StringComparer.OrdinalIgnoreCase)
    {
        "Inbox", "Sent", "Drafts", "Draft", "Spam", "Trash", "Archived", "Opened", "Unread", "Starred", "Important", "Chat",
    };

    /// <summary>Reads the header.</summary>
    public static MessageState Of(MimeHeaders headers)
    {
        string status = headers.Text("Status"u8) ?? "";
        string marks = headers.Text("X-Status"u8) ?? "";
        int mozilla = headers.Text("X-Mozilla-Status"u8) is { } hex && int.TryParse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out int bits) ? bits : 0;
        string[] labels = List(headers.Text("X-Gmail-Labels"u8), ',');
        bool hasMozilla = headers.Find("X-Mozilla-Status"u8) is not null;
        bool isUnread = labels.Contains("Unread", StringComparer.OrdinalIgnoreCase)
            || (headers.Find("Status"u8) is not null && !status.Contains('R', StringComparison.Ordinal))
            || (hasMozilla && (mozilla & 0x1) == 0);
        bool isFlagged = marks.Contains('F', StringComparison.Ordinal) || (mozilla & 0x4) != 0 || labels.Contains("Starred", StringComparer.OrdinalIgnoreCase);
        return new MessageState
        {
            Received = ReceivedTime(headers),
            IsRead = !isUnread,
            Flag = isFlagged ? FlagStatus.Flagged : FlagStatus.NotFlagged,
            Importance = ImportanceOf(headers),
            Marks = (marks.Contains('A', StringComparison.Ordinal) || (mozilla & 0x2) != 0 ? MessageMarks.Answered : 0)
                | ((mozilla & 0x1000) != 0 ? MessageMarks.Forwarded : 0)
                | (marks.Contains('T', StringComparison.Ordinal) || headers.Text("X-Unsent"u8) == "1" || labels.Contains("Drafts", StringComparer.OrdinalIgnoreCase) ? MessageMarks.Draft : 0)
                | (marks.Contains('D', StringComparison.Ordinal) || (mozilla & 0x8) != 0 ? MessageMarks.Deleted : 0),
            Categories =
            [
                .. labels.Where(label => !SystemLabels.Contains(label) && !label.StartsWith("Category ", StringComparison.OrdinalIgnoreCase))
                    .Concat(List(headers.Text("X-Mozilla-Keys"u8), ' '))
                    .Concat(List(headers.Text("X-Keywords"u8), ' '))
                    .Concat(List(headers.Text("Keywords"u8), ','))
                    .Distinct(StringComparer.OrdinalIgnoreCase),
            ],
        };
    }

    /// <summary>When the last server took the message in, else when it was written.</summary>
    private static DateTimeOffset? ReceivedTime(MimeHeaders headers)
    {
        string? trace = headers.Text("Received"u8);
        int semicolon = trace?.LastIndexOf(';') ?? -1;
        return (semicolon < 0 ? null : MimeDate.Parse(trace![(semicolon + 1)..])) ?? MimeDate.Parse(headers.Text("Date"u8));
    }

    private static Importance ImportanceOf(MimeHeaders headers) => headers.Text("Importance"u8)?.ToLowerInvariant() switch
    {
        "high" => Importance.High,
        "low" => Importance.Low,
        "normal" => Importance.Normal,
        _ => headers.Text("X-Priority"u8) is [var digit, ..]
            ? digit switch { '1' or '2' => Importance.High, '4' or '5' => Importance.Low, _ => Importance.Normal }
            : headers.Text("Priority"u8)?.ToLowerInvariant() switch
            {
                "urgent" => Importance.High,
                "non-urgent" => Importance.Low,
                _ => Importance.Normal,
            },
    };

    private static string[] List(string? text, char separator)
        => text?.Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
