using Restoration.Console.Tests.Support;

namespace Restoration.Console.Tests.BadInput;

/// <summary>Names and dates that mean nothing, or two things.</summary>
public sealed class BadNameTests : IDisposable
{
    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Theory]
    [InlineData("appointment list --mailbox nobody", 1, "MailboxNotFound")]
    [InlineData("appointment list --mailbox alice@contoso.com --calendar Nowhere", 1, "CalendarNotFound")]
    [InlineData("appointment remove --mailbox alice@contoso.com --uid nothing", 1, "AppointmentNotFound")]
    [InlineData("appointment remove --mailbox alice@contoso.com", 2, "InvalidArgument")]
    [InlineData("calendar remove --mailbox alice@contoso.com --calendar Nowhere", 1, "CalendarNotFound")]
    [InlineData("calendar export x.ics --mailbox nobody", 1, "MailboxNotFound")]
    [InlineData("calendar export x.xyz --mailbox alice@contoso.com", 1, "UnsupportedFormat")]
    [InlineData("calendar export no/such/folder/x.ics --mailbox alice@contoso.com", 1, "FileAccess")]
    [InlineData("backup create --mailbox nobody", 1, "MailboxNotFound")]
    [InlineData("backup create --mailbox alice@contoso.com --calendar Nowhere", 1, "CalendarNotFound")]
    [InlineData("backup verify nothing", 1, "BackupNotFound")]
    [InlineData("backup compare nothing", 1, "BackupNotFound")]
    [InlineData("backup remove nothing", 1, "BackupNotFound")]
    [InlineData("request show nothing", 1, "RequestNotFound")]
    [InlineData("request statistics nothing", 1, "RequestNotFound")]
    [InlineData("request resume nothing", 1, "RequestNotFound")]
    [InlineData("request resume alice\\Import", 1, "InvalidState")]
    [InlineData("request undo nothing", 1, "RequestNotFound")]
    [InlineData("audit list --request-id nothing", 2, "InvalidArgument")]
    [InlineData("appointment list --mailbox alice@contoso.com --start-date 2026-11-01", 2, "TimeZoneRequired")]
    [InlineData("appointment list --mailbox alice@contoso.com --start-date 2026-11-01 --time-zone Mars/Base", 2, "TimeZoneNotFound")]
    [InlineData("appointment list --mailbox alice@contoso.com --start-date someday --time-zone UTC", 2, "InvalidDate")]
    [InlineData("appointment list --mailbox alice@contoso.com --start-date 2026-13-01 --time-zone UTC", 2, "InvalidDate")]
    [InlineData("appointment list --mailbox alice@contoso.com --start-date 2026-11-10 --end-date 2026-11-01 --time-zone UTC", 2, "InvalidDate")]
    [InlineData("restore audit-log --start-date 2026-11-10 --end-date 2026-11-01 --time-zone UTC", 2, "InvalidDate")]
    [InlineData("restore audit-log --appointment-after 2026-11-10", 2, "TimeZoneRequired")]
    [Trait("Seed", "P5")]
    public async Task A_name_or_date_that_means_nothing_is_an_error_and_changes_nothing(string line, int exitCode, string code)
    {
        await _desk.StockAsync(2);
        byte[] before = await File.ReadAllBytesAsync(_desk.Store);

        string[] words = line.Split(' ');
        bool destroys = words[^1] != "nothing" && words[1] is "remove" or "undo";
        (await _desk.RunAsync(destroys ? [.. words, "--execute"] : words)).ExpectError(exitCode, code);

        Assert.Equal(before, await File.ReadAllBytesAsync(_desk.Store));
        _desk.ExpectTidy();
    }

    [Fact]
    [Trait("Seed", "P28")]
    public async Task Two_calendars_of_one_name_are_ambiguous_until_one_is_named_by_its_path()
    {
        await _desk.DoAsync("calendar", "create", "--mailbox", Desk.Alice, "--calendar", "Work/Team");
        await _desk.DoAsync("calendar", "create", "--mailbox", Desk.Alice, "--calendar", "Home/Team");

        string message = (await _desk.RunAsync("appointment", "list", "--mailbox", Desk.Alice, "--calendar", "Team"))
            .ExpectError(1, "Ambiguous").GetProperty("message").GetString()!;

        Assert.Contains("Work/Team", message, StringComparison.Ordinal);
        Assert.Contains("Home/Team", message, StringComparison.Ordinal);
        await _desk.DoAsync("appointment", "list", "--mailbox", Desk.Alice, "--calendar", "Work/Team");
    }

    [Fact]
    [Trait("Seed", "P22")]
    public async Task What_is_removed_from_one_calendar_stays_in_every_other()
    {
        await _desk.StockAsync(3);
        await _desk.DoAsync("calendar", "import", "stock.ics", "--mailbox", Desk.Alice, "--calendar", "Other");

        await _desk.DoAsync("appointment", "remove", "--mailbox", Desk.Alice, "--calendar", "Other", "--subject", "*", "--execute");

        Assert.Equal(3, (await _desk.DoAsync("appointment", "list", "--mailbox", Desk.Alice)).Items.Length);
    }
}
