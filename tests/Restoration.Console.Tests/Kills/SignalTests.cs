using System.Diagnostics;
using System.Text.Json;
using Restoration.Console.Tests.Support;

namespace Restoration.Console.Tests.Kills;

/// <summary>Ctrl+C and a polite request to end: after the item in flight.</summary>
public sealed class SignalTests
{
    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task A_run_that_is_stopped_is_suspended_and_can_be_resumed(string signal)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using Desk desk = new();
        desk.WriteCalendar("many.ics", 20_000);
        using Process process = ConsoleProgram.StartInForeground(desk.Home, ["calendar", "import", "many.ics", "--mailbox", Desk.Alice, "--store", desk.Store, "--json"]);
        await UntilItRunsAsync(desk, process);
        using (Process kill = Process.Start("kill", [$"-{signal}", $"{process.Id}"]))
        {
            await kill.WaitForExitAsync();
        }

        Outcome stopped = await ConsoleProgram.EndAsync(process);
        JsonElement error = stopped.ExpectError(1, "Stopped");
        JsonElement request = Assert.Single((await desk.DoAsync("request", "list")).Items);
        Assert.Equal("Suspended", request.GetProperty("status").GetString());
        Assert.Equal(request.GetProperty("requestId").GetString(), error.GetProperty("subject").GetString());

        Outcome resumed = await desk.DoAsync("request", "resume", error.GetProperty("subject").GetString()!);

        Assert.Equal((20_000, 20_000), (resumed.Count("found"), resumed.Count("created")));
        Assert.Equal(20_000, (await desk.DoAsync("calendar", "list")).Items.Single().GetProperty("itemCount").GetInt32());
        await desk.ExpectWholeTrailAsync();
    }

    // The store's log grows with the first batch.
    private static async Task UntilItRunsAsync(Desk desk, Process process)
    {
        FileInfo log = new(desk.Store + "-wal");
        using PeriodicTimer look = new(TimeSpan.FromMilliseconds(2));
        while (await look.WaitForNextTickAsync() && !process.HasExited)
        {
            log.Refresh();
            if (log.Exists && log.Length > 500_000)
            {
                return;
            }
        }
    }
}
