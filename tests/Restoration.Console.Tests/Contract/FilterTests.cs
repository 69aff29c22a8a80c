using System.Globalization;
using Restoration.Console.Tests.Support;

namespace Restoration.Console.Tests.Contract;

/// <summary>Every option of <c>restore audit-log</c> that says which losses are meant.</summary>
public sealed class FilterTests : IDisposable
{
    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    // Six are lost, one a second. Event n begins 7 n hours after 2026-01-05 09:00Z.
    [Theory]
    [InlineData("", "1,2,3,4,5,6")]
    [InlineData("--subject Event*", "1,2,3,4,5,6")]
    [InlineData("--subject *3 *5", "3,5")]
    [InlineData("--subject nothing", "")]
    [InlineData("--category Even", "2,4,6")]
    [InlineData("--category Even --subject *4", "4")]
    [InlineData("--operation HardDelete", "3,6")]
    [InlineData("--operation Soft*", "1,2,4,5")]
    [InlineData("--actor mallory@contoso.com", "2,4,6")]
    [InlineData("--actor trent* --operation HardDelete", "3")]
    [InlineData("--mailbox alice@contoso.com", "1,2,3,4,5,6")]
    [InlineData("--mailbox bob*", "")]
    [InlineData("--appointment-after 2026-01-06 --time-zone UTC", "3,4,5,6")]
    [InlineData("--appointment-before 2026-01-05 --time-zone UTC", "1,2")]
    [InlineData("--appointment-after 2026-01-06T00:00:00Z --appointment-before 2026-01-06T15:00:00Z", "3,4")]
    [InlineData("--start-date {2}", "3,4,5,6")]
    [InlineData("--end-date {2}", "1,2,3")]
    [InlineData("--start-date {1} --end-date {3}", "2,3,4")]
    [InlineData("--start-date 2099-01-01T00:00:00Z", "")]
    public async Task Only_what_fits_is_restored(string options, string numbers)
    {
        await _desk.StockAsync(8);
        int[] lost = [1, 2, 3, 4, 5, 6];
        await _desk.LoseAsync(lost);
        DateTimeOffset at = DateTimeOffset.FromUnixTimeSeconds(DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeSeconds());
        await File.WriteAllTextAsync(_desk.Place("audit.csv"), AuditText.Of(Desk.Alice, at, lost));
        string[] times = [.. lost.Select((_, i) => at.AddSeconds(i).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture))];

        Outcome run = await _desk.DoAsync(
            ["restore", "audit-log", "--path", "audit.csv", "--execute", .. string.Format(CultureInfo.InvariantCulture, options, times).Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

        Assert.Equal(numbers.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(number => $"Event {number}"), run.Texts("subject").Order(StringComparer.Ordinal));
        Assert.Equal(run.Items.Length, run.Count("created"));
    }
}
