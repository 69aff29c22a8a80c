using Restoration.Console.Tests.Support;

namespace Restoration.Console.Tests.Contract;

/// <summary>What people read: tables that fit their screen.</summary>
public sealed class ScreenTests : IDisposable
{
    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Theory]
    [InlineData("request list")]
    [InlineData("calendar list")]
    [InlineData("backup list")]
    [InlineData("audit list")]
    [InlineData("appointment list --mailbox alice@contoso.com")]
    [InlineData("backup compare alice@contoso.com/Calendar")]
    [InlineData("request show alice\\Import")]
    [InlineData("store status")]
    public async Task Nothing_is_wider_than_80_columns(string line)
    {
        await _desk.StockAsync(3);
        await _desk.LoseAsync(2);

        string[] lines = (await PrintAsync("80", line)).Output.Split(Environment.NewLine);

        Assert.All(lines.Where(text => !text.Contains(_desk.Home, StringComparison.Ordinal) && !text.StartsWith("Request '", StringComparison.Ordinal)), text => Assert.True(text.Length <= 80, text));
        Assert.True(lines.Length > 2);
    }

    [Fact]
    public async Task A_table_that_does_not_fit_stands_cell_under_cell()
    {
        await _desk.StockAsync(2);

        Outcome narrow = await PrintAsync("40", "calendar list");
        Outcome wide = await PrintAsync("120", "calendar list");

        Assert.Matches(@"^Mailbox +alice@contoso\.com\s+Calendar +Calendar\s+Items +2\s+Created +\S+ \S+\s*$", narrow.Output);
        Assert.Matches(@"^Mailbox +Calendar +Items +Created\s+-+ +-+ +-+ +-+\s+alice@contoso\.com +Calendar +2 +\S+ \S+\s*$", wide.Output);
    }

    [Fact]
    public async Task What_a_terminal_would_obey_is_not_printed()
    {
        _desk.WriteCalendar("hostile.ics", 1, number => CalendarEvent.Number(number) with { Subject = "Red \u001b[31malert\u0007" });
        await _desk.RunPlainAsync("calendar", "import", "hostile.ics", "--mailbox", Desk.Alice);

        Outcome list = (await _desk.RunPlainAsync("appointment", "list", "--mailbox", Desk.Alice)).Expect(0);

        Assert.Contains("alert", list.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', list.Output);
        Assert.DoesNotContain('\u0007', list.Output);
    }

    private async Task<Outcome> PrintAsync(string columns, string line)
    {
        Dictionary<string, string> environment = new() { ["COLUMNS"] = columns };
        return (await ConsoleProgram.EndAsync(ConsoleProgram.Start(_desk.Home, [.. line.Split(' '), "--store", _desk.Store], environment))).Expect(0);
    }
}
