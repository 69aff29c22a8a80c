using System.Globalization;
using System.Text.RegularExpressions;
using Restoration.Failures;
using Restoration.Mailboxes;

namespace Restoration.Backups.Plans;

/// <summary>
/// The names of a plan's files: a pattern in which <c>{mailbox}</c>, <c>{calendar}</c>, <c>{date}</c>, <c>{time}</c> and <c>{plan}</c>
/// are replaced. What is put in never adds a folder to the path: names of mailboxes and calendars are data.
/// </summary>
internal static partial class BackupFileName
{
    private const int MostOfOneName = 9_999;
    private static readonly string[] Known = ["mailbox", "calendar", "date", "time", "plan"];

    /// <summary>Looks at a pattern.</summary>
    /// <exception cref="RestorationException"><see cref="FailureCode.InvalidArgument"/>.</exception>
    public static void Validate(string pattern)
    {
        if (string.IsNullOrWhiteSpace(Path.GetFileName(pattern)))
        {
            throw new RestorationException(
                FailureCode.InvalidArgument, $"'{pattern}' names no file. Write one such as backups/{{mailbox}}-{{date}}.ics.", pattern);
        }

        if (Placeholder().Matches(pattern).FirstOrDefault(match => !Known.Contains(match.Groups["name"].Value)) is { } unknown)
        {
            throw new RestorationException(
                FailureCode.InvalidArgument,
                $"'{unknown.Value}' in '{pattern}' is no placeholder. There are {string.Join(", ", Known.Select(name => $"{{{name}}}"))}.",
                pattern);
        }
    }

    /// <summary>The name of a file that does not exist yet; the second of one name gets <c>-1</c>, and so on.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="calendar">The calendar.</param>
    /// <param name="at">The moment, by the clock of the plan's zone.</param>
    public static string Choose(BackupPlan plan, Folder calendar, DateTime at)
    {
        string path = Placeholder().Replace(plan.FilePattern!, match => Safe(match.Groups["name"].Value switch
        {
            "mailbox" => calendar.Mailbox,
            "calendar" => calendar.Path.ToString(),
            "date" => at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            "time" => at.ToString("HHmmss", CultureInfo.InvariantCulture),
            _ => plan.Name,
        }));
        string ending = Ending(path);
        string stem = path[..^ending.Length];
        return Enumerable.Range(0, MostOfOneName)
            .Select(number => number == 0 ? path : string.Create(CultureInfo.InvariantCulture, $"{stem}-{number}{ending}"))
            .FirstOrDefault(candidate => !File.Exists(candidate))
            ?? throw new RestorationException(FailureCode.FileExists, $"There are {MostOfOneName} files named like '{path}'. Put {{date}} and {{time}} into the name.", path);
    }

    private static string Ending(string path)
    {
        string compression = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? path[^3..] : "";
        return Path.GetExtension(path[..^compression.Length]) + compression;
    }

    private static string Safe(string text)
    {
        string safe = string.Concat(text.Select(character =>
            char.IsControl(character) || "/\\:*?\"<>|".Contains(character, StringComparison.Ordinal) ? '_' : character)).Trim(' ', '.');
        return safe.Length == 0 ? "_" : safe;
    }

    [GeneratedRegex(@"\{(?<name>[^{}]*)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
