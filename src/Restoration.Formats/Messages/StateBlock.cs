using System.Globalization;
using System.Text;
using Restoration.Items;

namespace Restoration.Formats.Messages;

/// <summary>
/// The lines before a message that say what stands outside it: <c>X-Restoration-Item</c> first, <c>X-Restoration-Mime-Size</c> last,
/// so that the block and the message together are a message too, and what follows the block is the message byte for byte.
/// </summary>
internal sealed record StateBlock
{
    private const string Prefix = "X-Restoration-";
    private const string Version = "1";
    private const int MostLines = 64;

    private static readonly MessageMarks[] AllMarks = [MessageMarks.Answered, MessageMarks.Forwarded, MessageMarks.Draft, MessageMarks.Deleted];

    /// <summary>What the lines say.</summary>
    public required MessageState State { get; init; }

    /// <summary>The folder, in files that have no other place for it.</summary>
    public string? Folder { get; init; }

    /// <summary>The size of the message behind the block, as it was when the block was written.</summary>
    public long MimeSize { get; init; }

    /// <summary>How long the block is, in bytes.</summary>
    public int Length { get; private init; }

    /// <summary>Whether bytes begin with a block.</summary>
    public static bool IsAt(ReadOnlySpan<byte> bytes) => bytes.StartsWith("X-Restoration-Item:"u8);

    /// <summary>Reads the block that bytes begin with; null if they begin with none.</summary>
    public static StateBlock? Read(ReadOnlySpan<byte> bytes)
    {
        if (!IsAt(bytes))
        {
            return null;
        }

        Dictionary<string, string> values = new(StringComparer.OrdinalIgnoreCase);
        int position = 0;
        for (int line = 0; line < MostLines; line++)
        {
            int end = bytes[position..].IndexOf((byte)'\n');
            if (end < 0)
            {
                return null;
            }

            string text = Encoding.ASCII.GetString(bytes.Slice(position, end)).TrimEnd('\r');
            position += end + 1;
            int colon = text.IndexOf(": ", StringComparison.Ordinal);
            if (colon > 0 && text.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            {
                values[text[Prefix.Length..colon]] = text[(colon + 2)..];
            }

            if (values.TryGetValue("Mime-Size", out string? size))
            {
                return long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out long mimeSize)
                    ? new StateBlock { State = StateOf(values), Folder = Text(values, "Folder"), MimeSize = mimeSize, Length = position }
                    : null;
            }
        }

        return null;
    }

    /// <summary>The lines, in the one order that they have.</summary>
    /// <param name="others">Lines for other programs, which reading passes over.</param>
    public byte[] Write(string others = "")
    {
        StringBuilder text = new();
        Line(text, "Item", $"{Version}; {Escape(State.ItemClass)}");
        Line(text, "Received", State.Received);
        Line(text, "Read", State.IsRead is { } isRead ? (isRead ? "yes" : "no") : null);
        Line(text, "Flag", State.Flag?.ToString().ToLowerInvariant());
        Line(text, "Importance", State.Importance?.ToString().ToLowerInvariant());
        Line(text, "Marks", State.Marks is { } marks ? string.Join(", ", AllMarks.Where(mark => marks.HasFlag(mark))).ToLowerInvariant() : null);
        Line(text, "Categories", State.Categories is { } categories ? string.Join(", ", categories.Select(Escape)) : null);
        Line(text, "Uid", State.Uid is { } uid ? Escape(uid) : null);
        Line(text, "Immutable-Id", State.ImmutableId is { } id ? Escape(id) : null);
        Line(text, "Modified", State.LastModified);
        Line(text, "Folder", Folder is null ? null : Escape(Folder));
        text.Append(others);
        Line(text, "Mime-Size", MimeSize.ToString(CultureInfo.InvariantCulture));
        return Encoding.ASCII.GetBytes(text.ToString());
    }

    private static MessageState StateOf(Dictionary<string, string> values) => new()
    {
        ItemClass = values["Item"].Split("; ", 2) is [_, { Length: > 0 } itemClass] ? Uri.UnescapeDataString(itemClass) : ItemClasses.Note,
        Received = Time(values, "Received"),
        IsRead = values.TryGetValue("Read", out string? read) ? read != "no" : null,
        Flag = Word<FlagStatus>(values, "Flag"),
        Importance = Word<Importance>(values, "Importance"),
        Marks = values.TryGetValue("Marks", out string? marks)
            ? AllMarks.Where(mark => marks.Split(", ").Contains(mark.ToString(), StringComparer.OrdinalIgnoreCase)).Aggregate(MessageMarks.None, (all, mark) => all | mark)
            : null,
        Categories = values.TryGetValue("Categories", out string? categories)
            ? [.. categories.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString)]
            : null,
        Uid = Text(values, "Uid"),
        ImmutableId = Text(values, "Immutable-Id"),
        LastModified = Time(values, "Modified"),
    };

    private static string? Text(Dictionary<string, string> values, string name)
        => values.TryGetValue(name, out string? value) ? Uri.UnescapeDataString(value) : null;

    private static T? Word<T>(Dictionary<string, string> values, string name)
        where T : struct, Enum
        => values.TryGetValue(name, out string? value) && Enum.TryParse(value, ignoreCase: true, out T word) && Enum.IsDefined(word) ? word : null;

    private static DateTimeOffset? Time(Dictionary<string, string> values, string name)
        => values.TryGetValue(name, out string? value)
            && DateTimeOffset.TryParseExact(value, "o", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset time)
            ? time
            : null;

    private static void Line(StringBuilder text, string name, DateTimeOffset? time)
        => Line(text, name, time?.UtcDateTime.ToString("o", CultureInfo.InvariantCulture));

    private static void Line(StringBuilder text, string name, string? value)
    {
        if (value is not null)
        {
            text.Append(Prefix).Append(name).Append(": ").Append(value).Append("\r\n");
        }
    }

    private static string Escape(string value) => Uri.EscapeDataString(value);
}
