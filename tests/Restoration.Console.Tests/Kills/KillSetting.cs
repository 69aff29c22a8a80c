using Restoration.Console.Tests.Support;

namespace Restoration.Console.Tests.Kills;

/// <summary>The stores that killed work begins with, made once.</summary>
internal static class KillSetting
{
    public const int Events = 1200;

    private static readonly Lazy<Task<(byte[] Store, string Calendar)>> Whole = new(MakeWholeAsync);
    private static readonly Lazy<Task<byte[]>> Lost = new(MakeLostAsync);

    private static int[] Odd => [.. Enumerable.Range(1, Events).Where(number => number % 2 == 1)];

    /// <summary>An empty desk with a calendar file on it.</summary>
    public static Task BeginWithFileAsync(Desk desk)
    {
        desk.WriteCalendar("stock.ics", Events);
        return Task.CompletedTask;
    }

    /// <summary>The whole calendar, backed up.</summary>
    public static async Task BeginWholeAsync(Desk desk) => await File.WriteAllBytesAsync(desk.Store, (await Whole.Value).Store);

    /// <summary>Half of it is lost, as an audit export says.</summary>
    public static async Task BeginLostAsync(Desk desk)
    {
        await File.WriteAllBytesAsync(desk.Store, await Lost.Value);
        desk.WriteAuditExport("audit.csv", Odd);
    }

    /// <summary>The calendar is whole, and the counts of the run that made it so add up.</summary>
    public static async Task ExpectWholeAsync(Desk desk, Outcome finished)
    {
        Assert.Equal((await Whole.Value).Calendar, await desk.ExportAsync());
        ExpectCounts(finished);
    }

    public static void ExpectCounts(Outcome finished)
    {
        string[] parts = ["created", "replaced", "updated", "skipped", "failed"];
        Assert.Equal(finished.Count("found"), parts.Sum(finished.Count));
        Assert.Equal(0, finished.Count("failed"));
        Assert.Contains(finished.Count("found"), new long[] { Events, Events / 2 });
    }

    private static async Task<(byte[] Store, string Calendar)> MakeWholeAsync()
    {
        using Desk desk = new();
        await desk.StockAsync(Events);
        return (await File.ReadAllBytesAsync(desk.Store), await desk.ExportAsync());
    }

    private static async Task<byte[]> MakeLostAsync()
    {
        using Desk desk = new();
        await BeginWholeAsync(desk);
        await desk.DoAsync("appointment", "remove", "--mailbox", Desk.Alice, "--category", "Odd", "--execute");
        return await File.ReadAllBytesAsync(desk.Store);
    }
}
