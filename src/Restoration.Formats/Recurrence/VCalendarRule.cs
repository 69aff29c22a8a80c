using System.Globalization;
using System.Text;

namespace Restoration.Formats.Recurrence;

/// <summary>
/// Puts a rule of vCalendar 1.0 into the words of iCalendar: <c>W2 MO WE #8</c> is <c>FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;COUNT=8</c>,
/// <c>MP1 1- FR #0</c> is the last Friday of every month. Telephones and organizers still write them.
/// </summary>
/// <remarks>vCalendar, The Electronic Calendaring and Scheduling Exchange Format, version 1.0: "Recurrence Rule Grammar".</remarks>
internal static class VCalendarRule
{
    // "If neither a duration nor an end date is given, the rule recurs twice."
    private const string Twice = ";COUNT=2";

    /// <summary>The rule as an RRULE; null if it is no rule of vCalendar 1.0 either.</summary>
    public static string? ToRecurrenceRule(ReadOnlySpan<char> text)
    {
        string[] words = text.ToString().ToUpperInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0 || Begin(words[0]) is not { } kind)
        {
            return null;
        }

        StringBuilder rule = new(kind.Frequency);
        List<string> values = [];
        string end = Twice;
        string ordinal = "";
        foreach (string word in words[1..].Select(word => word.TrimEnd('$')))
        {
            if (word.StartsWith('#'))
            {
                end = word == "#0" ? "" : $";COUNT={word[1..]}";
            }
            else if (word.Length >= 8)
            {
                end = $";UNTIL={word}";
            }
            else if (words[0].StartsWith("MP", StringComparison.Ordinal) && RuleValues.Weekday(word) is null)
            {
                ordinal = Signed(word);
            }
            else
            {
                values.Add(kind.Part == "BYDAY" ? ordinal + word : word == "LD" ? "-1" : Signed(word));
            }
        }

        if (values.Count > 0)
        {
            rule.Append(';').Append(kind.Part).Append('=').AppendJoin(',', values);
        }

        return rule.Append(end).ToString();
    }

    private static (string Frequency, string Part)? Begin(string word)
    {
        (string Name, string Part, int Length)? kind = word switch
        {
            ['M', 'P', ..] => ("MONTHLY", "BYDAY", 2),
            ['M', 'D', ..] => ("MONTHLY", "BYMONTHDAY", 2),
            ['Y', 'M', ..] => ("YEARLY", "BYMONTH", 2),
            ['Y', 'D', ..] => ("YEARLY", "BYYEARDAY", 2),
            ['W', ..] => ("WEEKLY", "BYDAY", 1),
            ['D', ..] => ("DAILY", "BYMONTHDAY", 1),
            _ => null,
        };
        return kind is { } found && int.TryParse(word.AsSpan(found.Length), NumberStyles.None, CultureInfo.InvariantCulture, out int interval)
            ? ($"FREQ={found.Name};INTERVAL={interval}", found.Part)
            : null;
    }

    // 2+ counts from the beginning, 2- from the end.
    private static string Signed(string number) => number switch
    {
        [.. string digits, '-'] => "-" + digits,
        [.. string digits, '+'] => digits,
        _ => number,
    };
}
