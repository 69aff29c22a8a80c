using System.Diagnostics;
using System.Text.Json;
using Restoration.Console.Tests.Support;

namespace Restoration.Console.Tests.Kills;

/// <summary>A worker that is killed leaves a request that another one ends: nothing lost, nothing twice.</summary>
public sealed class KilledWorkerTests
{
    private const string Bob = "bob@contoso.com";

    [Theory]
    [InlineData(500)]
    [InlineData(800)]
    [InlineData(1200)]
    public async Task Another_worker_ends_what_a_killed_one_has_begun(int milliseconds)
    {
        using Desk desk = new();
        await KillSetting.BeginWholeAsync(desk);
        string whole = await desk.ExportAsync();
        await desk.DoAsync("mailbox", "create", Bob);
        await desk.DoAsync("request", "new", "--source-mailbox", Desk.Alice, "--target-mailbox", Bob, "--target-root-folder", "/");
        using (Process worker = ConsoleProgram.Start(desk.Home, ["worker", "--store", desk.Store, "--json"]))
        {
            Task output = Task.WhenAll(worker.StandardOutput.ReadToEndAsync(), worker.StandardError.ReadToEndAsync());
            using CancellationTokenSource moment = new(milliseconds);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await worker.WaitForExitAsync(moment.Token));
            worker.Kill();
            await output;
        }

        await desk.DoAsync("worker", "--drain");
        JsonElement request = (await desk.DoAsync("request", "list")).Items[0];
        Assert.Equal(("Completed", KillSetting.Events), (request.GetProperty("status").GetString(), request.GetProperty("counts").GetProperty("created").GetInt32()));
        Assert.Equal(whole, await desk.ExportAsync(Bob));
        await desk.ExpectWholeTrailAsync();
    }

    [Fact]
    public async Task A_worker_that_is_asked_to_end_gives_its_request_back_at_once()
    {
        using Desk desk = new();
        await KillSetting.BeginWholeAsync(desk);
        await desk.DoAsync("mailbox", "create", Bob);
        await desk.DoAsync("request", "new", "--source-mailbox", Desk.Alice, "--target-mailbox", Bob);
        using Process worker = ConsoleProgram.Start(desk.Home, ["worker", "--store", desk.Store, "--json"]);
        Task<string> output = worker.StandardOutput.ReadToEndAsync();
        Task<string> error = worker.StandardError.ReadToEndAsync();
        using CancellationTokenSource moment = new(700);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await worker.WaitForExitAsync(moment.Token));
        using (Process signal = Process.Start("kill", ["-TERM", worker.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
        {
            await signal.WaitForExitAsync();
        }

        await worker.WaitForExitAsync();
        Assert.DoesNotContain("   at ", await error, StringComparison.Ordinal);
        await output;
        Assert.Contains((await desk.DoAsync("request", "list")).Texts("status")[0], new[] { "Queued", "Completed" });
        long begun = Stopwatch.GetTimestamp();
        await desk.DoAsync("worker", "--drain");
        Assert.Equal("Completed", (await desk.DoAsync("request", "list")).Texts("status")[0]);
        Assert.True(Stopwatch.GetElapsedTime(begun) < TimeSpan.FromMinutes(2));
    }
}
