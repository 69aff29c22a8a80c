using System.Text.Json;
using Restoration.Console.Tests.Support;

namespace Restoration.Console.Tests.Contract;

/// <summary>Who acts, and what they may do.</summary>
public sealed class UserTests : IDisposable
{
    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task Users_are_made_listed_changed_and_removed()
    {
        await AsAsync("ada", "store", "upgrade");
        JsonElement made = (await AsAsync("ada", "user", "create", "olaf", "--role", "operator")).Expect(0).Document;
        Assert.Equal(["name", "role", "isActive", "createdBy", "createdAt", "updatedAt"], made.EnumerateObject().Select(member => member.Name));
        Assert.Equal(["ada", "olaf"], (await AsAsync("ada", "user", "list")).Expect(0).Texts("name"));
        Assert.Equal(["olaf"], (await AsAsync("ada", "user", "list", "--name", "o*")).Expect(0).Texts("name"));

        Assert.Equal("Reader", (await AsAsync("ada", "user", "set", "OLAF", "--role", "Reader", "--active", "false")).Expect(0).Document.GetProperty("role").GetString());
        (await AsAsync("ada", "user", "remove", "olaf", "--execute", "--yes")).Expect(0);
        Assert.Equal(["ada"], (await AsAsync("ada", "user", "list")).Expect(0).Texts("name"));
    }

    [Theory]
    [InlineData("user create olaf --role Reader", 1, "AlreadyExists")]
    [InlineData("user create o* --role Reader", 2, "InvalidArgument")]
    [InlineData("user create eve --role Queen", 2, "Usage")]
    [InlineData("user create eve --role 2", 2, "Usage")]
    [InlineData("user set nobody --role Reader", 1, "UserNotFound")]
    [InlineData("user set ada --role Reader", 1, "InvalidState")]
    [InlineData("user remove ada --execute --yes", 1, "InvalidState")]
    public async Task What_cannot_be_is_an_error(string line, int exitCode, string code)
    {
        await AsAsync("ada", "store", "upgrade");
        (await AsAsync("ada", "user", "create", "olaf", "--role", "Operator")).Expect(0);
        (await AsAsync("ada", line.Split(' '))).ExpectError(exitCode, code);
        Assert.Equal(["Administrator", "Operator"], (await AsAsync("ada", "user", "list")).Expect(0).Texts("role"));
    }

    [Theory]
    [InlineData("rita", "restore file --path stock.ics --destination store:bob@contoso.com/New --execute --yes", "RunRequest")]
    [InlineData("rita", "backup create --mailbox alice@contoso.com", "CreateBackup")]
    [InlineData("rita", "audit list", "ReadAudit")]
    [InlineData("olaf", "config run 1", "ReadConfiguration")]
    [InlineData("olaf", "user create eve --role Administrator", "ManageUsers")]
    [InlineData("eve", "calendar list", "ReadCalendar")]
    public async Task What_is_denied_is_audited(string user, string line, string operation)
    {
        _desk.WriteCalendar("stock.ics", 2);
        (await AsAsync("ada", "calendar", "import", "stock.ics", "--mailbox", Desk.Alice)).Expect(0);
        (await AsAsync("ada", "user", "create", "olaf", "--role", "Operator")).Expect(0);
        (await AsAsync("ada", "user", "create", "rita", "--role", "Reader")).Expect(0);

        (await AsAsync(user, line.Split(' '))).ExpectError(1, "PermissionDenied");

        JsonElement denied = (await AsAsync("ada", "audit", "list")).Expect(0).Items.Single(item => item.GetProperty("outcome").GetString() == "Denied");
        Assert.Equal((user, operation), (denied.GetProperty("actor").GetString(), denied.GetProperty("operation").GetString()));
        Assert.Single((await AsAsync("ada", "calendar", "list")).Expect(0).Items);
    }

    [Fact]
    public async Task Who_acts_is_said_by_the_option_then_by_the_environment()
    {
        (await AsAsync("ada", "user", "create", "rita", "--role", "Reader")).Expect(0);
        Dictionary<string, string> environment = new() { ["RESTORATION_USER"] = "rita", ["RESTORATION_STORE"] = _desk.Store };

        (await ConsoleProgram.EndAsync(ConsoleProgram.Start(_desk.Home, ["audit", "list", "--json"], environment))).ExpectError(1, "PermissionDenied");
        (await ConsoleProgram.EndAsync(ConsoleProgram.Start(_desk.Home, ["audit", "list", "--json", "--user", "ada"], environment))).Expect(0);
    }

    private Task<Outcome> AsAsync(string user, params string[] arguments) => _desk.RunAsync([.. arguments, "--user", user]);
}
