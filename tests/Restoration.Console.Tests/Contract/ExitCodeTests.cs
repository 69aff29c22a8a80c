using Restoration.Console.Tests.Support;

namespace Restoration.Console.Tests.Contract;

/// <summary>What the program ends with: 0 all done, 1 error, 2 usage, 3 some items failed, 4 conflict.</summary>
public sealed class ExitCodeTests : IDisposable
{
    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Theory]
    [InlineData(0, "restore audit-log --path audit.csv --execute")]
    [InlineData(0, "restore audit-log --path audit.csv --subject nothing --execute")]
    [InlineData(0, "restore audit-log --path broken.csv")]
    [InlineData(0, "calendar import stock.ics --mailbox alice@contoso.com")]
    [InlineData(0, "request undo alice\\Import")]
    [InlineData(0, "convert stock.ics out.json")]
    [InlineData(1, "restore audit-log --path missing.csv --execute")]
    [InlineData(1, "calendar import missing.ics --mailbox alice@contoso.com")]
    [InlineData(1, "request show nothing")]
    [InlineData(1, "convert cut.ics stock.ics")]
    [InlineData(1, "inspect missing.ics")]
    [InlineData(2, "restore audit-log --path audit.csv --start-date someday --execute")]
    [InlineData(2, "restore audit-log --destination nowhere: --execute")]
    [InlineData(2, "calendar import")]
    [InlineData(2, "frobnicate")]
    [InlineData(2, "convert stock.ics")]
    [InlineData(3, "restore audit-log --path broken.csv --execute")]
    [InlineData(3, "calendar import cut.ics --mailbox alice@contoso.com")]
    [InlineData(3, "convert cut.ics out.json")]
    [InlineData(3, "check cut.ics")]
    [InlineData(3, "inspect cut.ics")]
    [InlineData(4, "calendar import other.ics --mailbox alice@contoso.com")]
    public async Task The_exit_code_says_how_it_went(int code, string line)
    {
        await _desk.StockAsync(4);
        string audit = await File.ReadAllTextAsync(await _desk.LoseAsync(2));
        _desk.Write("broken.csv", audit + "3,2026-11-16,3,SoftDelete,x,\"{\"\"CreationTime\"\":\"\"2026\",,\r\n");
        _desk.Write("cut.ics", RichCalendar.Cut);
        _desk.WriteCalendar("other.ics", 1, number => CalendarEvent.Number(number) with { Subject = "Another version" });

        (await _desk.RunPlainAsync(line.Split(' '))).Expect(code);
        _desk.ExpectTidy();
    }
}
