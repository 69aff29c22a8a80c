using System.Runtime.CompilerServices;
using System.Text;
using Restoration.Formats.Csv;
using Restoration.Formats.ICalendar;
using Restoration.Formats.Json;

namespace Restoration.Fuzz;

/// <summary>What is mutated: the fixtures and samples of the tests, the calendars among them in every format, and rules.</summary>
internal sealed record Corpus(IReadOnlyList<Seed> Seeds)
{
    private static readonly string[] Rules =
    [
        "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2", "FREQ=YEARLY;BYWEEKNO=1,53,-1;WKST=SU",
        "FREQ=SECONDLY;INTERVAL=7;BYHOUR=3;COUNT=100000", "FREQ=YEARLY;BYYEARDAY=366,-366;UNTIL=99991231T235959Z", "FREQ=MINUTELY;BYSECOND=60;BYDAY=2MO", "D1 #10", "MP1 1+ 2- MO #0",
        "RSCALE=CHINESE;FREQ=DAILY;SKIP=FORWARD", "FREQ=HOURLY;BYMINUTE=0,15,30,45;BYSETPOS=1,-1;INTERVAL=2147483647",
    ];

    private const string JCal = """["vcalendar",[["version",{},"text","2.0"]],[["vevent",[["uid",{},"text","1"],["dtstart",{"tzid":"Europe/Berlin"},"date-time","2026-11-03T09:00:00"],["rrule",{},"recur",{"freq":"WEEKLY","byday":["MO","TU"]}],["categories",{},"text","a","b"]],[]]]]""";

    public static Corpus Load()
    {
        List<Seed> seeds = [.. Rules.Select(rule => new Seed(Targets.Rule, Encoding.UTF8.GetBytes(rule))), new Seed(Targets.Json, Encoding.UTF8.GetBytes(JCal))];
        foreach (string path in Directory.EnumerateFiles(FolderOf("Restoration.Formats.Tests", "Fixtures"), "*", SearchOption.AllDirectories).Concat(Directory.EnumerateFiles(FolderOf("..", "samples"))).Order(StringComparer.Ordinal))
        {
            byte[] text = File.ReadAllBytes(path);
            if (!new ICalendarFormat().Recognises(text))
            {
                seeds.Add(new Seed(Targets.Audit, text));
                continue;
            }

            seeds.Add(new Seed(Targets.Ics, text));
            seeds.Add(new Seed(Targets.Json, Targets.Convert(text, new JsonFormat())));
            seeds.Add(new Seed(Targets.Csv, Targets.Convert(text, new CsvFormat())));
        }

        return new Corpus(seeds);
    }

    private static string FolderOf(string project, string name, [CallerFilePath] string path = "")
        => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", project, name));
}

/// <summary>An input that is right, or nearly so.</summary>
internal sealed record Seed(Target Target, byte[] Input);
