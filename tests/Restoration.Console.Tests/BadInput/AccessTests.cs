using Restoration.Console.Tests.Support;

namespace Restoration.Console.Tests.BadInput;

/// <summary>Files and folders that the user may not read or write. The all-powerful user is made one who may do nothing first.</summary>
public sealed class AccessTests : IDisposable
{
    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Theory]
    [InlineData("calendar list", "r--r--r--", "rwxrwxrwx", 0, "")]
    [InlineData("calendar import stock.ics --mailbox bob@contoso.com", "r--r--r--", "rwxrwxrwx", 1, "StoreReadOnly")]
    [InlineData("restore audit-log --path audit.csv --execute", "r--r--r--", "rwxrwxrwx", 1, "StoreReadOnly")]
    [InlineData("calendar export out.ics --mailbox alice@contoso.com", "r--r--r--", "rwxrwxrwx", 1, "StoreReadOnly")]
    [InlineData("calendar import stock.ics --mailbox bob@contoso.com", "rw-rw-rw-", "r-xr-xr-x", 1, "StoreReadOnly")]
    [InlineData("calendar list", "---------", "rwxrwxrwx", 1, "FileAccess")]
    [InlineData("check secret.ics", "rw-rw-rw-", "rwxrwxrwx", 1, "FileAccess")]
    [InlineData("calendar import secret.ics --mailbox bob@contoso.com", "rw-rw-rw-", "rwxrwxrwx", 1, "FileAccess")]
    [InlineData("restore audit-log --path secret.ics", "rw-rw-rw-", "rwxrwxrwx", 1, "FileAccess")]
    [InlineData("convert stock.ics out.json", "rw-rw-rw-", "r-xr-xr-x", 1, "FileAccess")]
    public async Task What_may_not_be_read_or_written_is_said_and_stays_as_it_is(string line, string store, string folder, int exitCode, string code)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        File.SetUnixFileMode(_desk.Home, Mode("rwxrwxrwx"));
        if (!await CanRunAsync())
        {
            return;
        }

        await _desk.StockAsync(3);
        _desk.WriteAuditExport("audit.csv", 1);
        File.SetUnixFileMode(_desk.Write("secret.ics", RichCalendar.Text), UnixFileMode.None);
        byte[] before = await File.ReadAllBytesAsync(_desk.Store);
        File.SetUnixFileMode(_desk.Store, Mode(store));
        File.SetUnixFileMode(_desk.Home, Mode(folder));

        Outcome run = (await RunAsync([.. line.Split(' '), "--store", _desk.Store, "--json"])).Expect(exitCode);

        Assert.Equal(code, exitCode == 0 ? "" : run.ErrorDocument.GetProperty("code").GetString());
        File.SetUnixFileMode(_desk.Home, Mode("rwxrwxrwx"));
        File.SetUnixFileMode(_desk.Store, Mode("rw-rw-rw-"));
        Assert.Equal(before, await File.ReadAllBytesAsync(_desk.Store));
        Assert.False(File.Exists(_desk.Place("out.ics")) || File.Exists(_desk.Place("out.json")));
        _desk.ExpectTidy();
    }

    private Task<Outcome> RunAsync(params string[] arguments) => ConsoleProgram.EndAsync(
        Environment.IsPrivilegedProcess ? ConsoleProgram.StartAsNobody(_desk.Home, arguments) : ConsoleProgram.Start(_desk.Home, arguments));

    // Where the program lies in a folder of the all-powerful user's own, nobody else can start it.
    private async Task<bool> CanRunAsync() => !Environment.IsPrivilegedProcess || (await RunAsync("--version")).Code == 0;

    private static UnixFileMode Mode(string text) => (UnixFileMode)text.Select((letter, i) => letter == '-' ? 0 : 1 << (8 - i)).Sum();
}
