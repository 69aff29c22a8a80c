using System.Text;
using Restoration.Formats.Tests.Files;
using Restoration.Formats.Tests.ICalendar;
using Restoration.Formats.Tests.Recurrence;
using Restoration.Items;

namespace Restoration.Formats.Tests.Interop;

/// <summary>What this program writes is read by others as it was meant: every fixture, hard texts and times, and the recurrences of RFC 5545.</summary>
[NeedsInterop]
public sealed class ForeignParsersTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Others_read_what_was_written(bool isPython)
    {
        Dictionary<string, Item[]> written = [];
        foreach ((string name, byte[] text) in InteropCalendars.All)
        {
            IcsFile file = IcsFile.Read(text);
            string again = IcsFile.Write(file.Items, file.Info);
            if (isPython && again.Contains("\r\nFREEBUSY", StringComparison.Ordinal))
            {
                // icalendar 4.0 cannot read the list of periods of a FREEBUSY.
                continue;
            }

            _folder.Add(name, Encoding.UTF8.GetBytes(again));
            written[name] = [.. IcsFile.Read(again).Items.Where(item => item.ItemClass == ItemClasses.Appointment)];
            Assert.NotEmpty(written[name]);
        }

        Dictionary<string, string[][]> read = await ForeignParsers.ReadAsync(isPython, _folder[""]);
        List<string> differences = [];
        foreach ((string name, Item[] items) in written)
        {
            Assert.Equal(items.Length, read[name].Length);
            for (int index = 0; index < items.Length; index++)
            {
                differences.AddRange(Compare(name, items[index], read[name][index], isPython));
            }
        }

        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    private static IEnumerable<string> Compare(string name, Item item, string[] theirs, bool isPython)
    {
        string[] ours = [.. EventFacts.Of(item)];
        if (isPython || IsMisreadRule(item))
        {
            // icalendar does not expand.
            ours = WithoutOccurrences(ours);
            theirs = WithoutOccurrences(theirs);
        }

        if (isPython)
        {
            (ours, theirs) = ([.. ours.SelectMany(WithoutEscapes)], [.. theirs.SelectMany(WithoutEscapes)]);
        }

        return Minus(ours, theirs).Select(fact => $"{name} {item.Key.Uid}: only ours: {fact}")
            .Concat(Minus(theirs, ours).Select(fact => $"{name} {item.Key.Uid}: only theirs: {fact}"));
    }

    // Of two examples of RFC 5545 ical.js 2.2 makes every Monday of the year: BYDAY=20MO, and BYWEEKNO with BYDAY.
    private static bool IsMisreadRule(Item item)
    {
        string content = Encoding.UTF8.GetString(item.Content.Span);
        return content.Contains("BYDAY=20MO", StringComparison.Ordinal) || content.Contains("BYWEEKNO", StringComparison.Ordinal);
    }

    // icalendar 4.0 takes \\n for a backslash and a line break, and \, for a comma that separates categories.
    private static IEnumerable<string> WithoutEscapes(string fact)
    {
        string text = fact.Replace("\\n", "", StringComparison.Ordinal).Replace("\\", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal);
        string[] categories = text.Split("CATEGORIES ");
        return categories.Length == 1 ? [text] : categories[1].Split(',').Select(category => "CATEGORIES " + category.Trim());
    }

    private static string[] WithoutOccurrences(string[] facts)
        => [.. facts.Where(fact => !fact.StartsWith("occurrence ", StringComparison.Ordinal))];

    // As bags: what stands twice counts twice.
    private static IEnumerable<string> Minus(IEnumerable<string> one, IEnumerable<string> other)
    {
        Dictionary<string, int> left = other.CountBy(fact => fact).ToDictionary();
        return one.Where(fact => left.GetValueOrDefault(fact) == 0 || left[fact]-- <= 0);
    }
}
