using Restoration.Console.Tests.Support;

namespace Restoration.Console.Tests.BadInput;

/// <summary>Files with a line that no memory holds: a clear error, soon.</summary>
public sealed class LongLineTests : IDisposable
{
    private const long Length = 2_200_000_000;

    // More than the program may use: 1 GB.
    private static readonly Dictionary<string, string> Memory = new() { ["DOTNET_GCHeapHardLimit"] = "0x40000000" };

    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Theory]
    [InlineData("calendar import FILE --mailbox alice@contoso.com", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:x\r\nDTSTART:20260101T000000Z\r\nSUMMARY:", 3)]
    [InlineData("check FILE", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:x\r\nDTSTART:20260101T000000Z\r\nSUMMARY:", 3)]
    [InlineData("calendar import FILE --mailbox alice@contoso.com", "[{\"subject\":\"", 1)]
    [InlineData("calendar import FILE --mailbox alice@contoso.com", "Subject,Start Date\r\nx,", 1)]
    [InlineData("restore audit-log --path FILE", "RecordId,CreationDate,RecordType,Operation,UserId,AuditData\r\n1,2,3,4,5,\"", 1)]
    [InlineData("restore audit-log --path FILE", "[{\"Operation\":\"", 1)]
    [InlineData("restore audit-log --plan-path FILE --execute", "{\"a\":\"", 1)]
    public async Task A_line_of_2_GB_costs_an_error_and_not_the_machine(string line, string begin, int code)
    {
        string path = _desk.Write("long", begin);
        using (FileStream file = new(path, FileMode.Open))
        {
            file.SetLength(Length);
        }

        Outcome run = (await ConsoleProgram.EndAsync(
            ConsoleProgram.Start(_desk.Home, [.. line.Replace("FILE", path, StringComparison.Ordinal).Split(' '), "--store", _desk.Store, "--json"], Memory))).Expect(code);

        Assert.Contains(path, run.Output + run.Error, StringComparison.Ordinal);
        Assert.True(run.Output.Length < 10_000);
    }

    [Theory]
    [InlineData("calendar import FILE --mailbox alice@contoso.com", "[{\"subject\":\"", 270)]
    [InlineData("calendar import FILE --mailbox alice@contoso.com", "Subject,Start Date\r\n", 80)]
    [InlineData("restore audit-log --path FILE", "RecordId,CreationDate,RecordType,Operation,UserId,AuditData\r\n1,2,3,4,5,\"", 80)]
    [InlineData("restore audit-log --path FILE", "[{\"Operation\":\"", 140)]
    public async Task A_line_beyond_the_limit_is_said_with_its_place(string line, string begin, int megabytes)
    {
        string path = _desk.Place("long");
        await using (FileStream file = File.Create(path))
        {
            await file.WriteAsync(System.Text.Encoding.UTF8.GetBytes(begin));
            byte[] block = new byte[1 << 20];
            block.AsSpan().Fill((byte)'x');
            for (int i = 0; i < megabytes; i++)
            {
                await file.WriteAsync(block);
            }
        }

        string message = (await _desk.RunAsync(line.Replace("FILE", path, StringComparison.Ordinal).Split(' ')))
            .ExpectError(1, "LimitExceeded").GetProperty("message").GetString()!;

        Assert.Contains("line ", message, StringComparison.Ordinal);
        Assert.Contains(path, message, StringComparison.Ordinal);
    }
}
