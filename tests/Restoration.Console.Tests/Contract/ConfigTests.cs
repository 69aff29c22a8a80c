using System.Text.Json;
using Restoration.Console.Tests.Support;

namespace Restoration.Console.Tests.Contract;

/// <summary>Saved restores, as other programs call them.</summary>
public sealed class ConfigTests : IDisposable
{
    private static readonly string[] Members =
        ["id", "name", "description", "user", "sourceType", "source", "destinationType", "destination", "policy", "isActive", "createdAt", "updatedAt"];

    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task A_new_store_has_three_samples()
    {
        Outcome list = await _desk.DoAsync("config", "list");

        Assert.All(list.Items, item => Assert.Equal(Members, item.EnumerateObject().Select(member => member.Name)));
        Assert.Equal(
            ["Audit Log Recovery AuditLog LocalCalendar True", "Backup to MSGraph BackupCalendar MSGraphCalendar True", "Import from CSV ExportFile LocalCalendar False"],
            list.Items.Select(item => $"{Text(item, "name")} {Text(item, "sourceType")} {Text(item, "destinationType")} {item.GetProperty("isActive").GetBoolean()}"));
        Assert.All(list.Items, item => Assert.Equal(
            (JsonValueKind.Number, JsonValueKind.Object, JsonValueKind.Object),
            (item.GetProperty("id").ValueKind, item.GetProperty("source").ValueKind, item.GetProperty("destination").ValueKind)));
    }

    [Theory]
    [InlineData("--name *csv", "Import from CSV")]
    [InlineData("--name audit*", "Audit Log Recovery")]
    [InlineData("--name nothing", "")]
    [InlineData("--source-type AuditLog", "Audit Log Recovery")]
    [InlineData("--source-type exportfile", "Import from CSV")]
    [InlineData("--destination-type MSGraphCalendar", "Backup to MSGraph")]
    [InlineData("--destination-type LocalCalendar --active true", "Audit Log Recovery")]
    [InlineData("--active false", "Import from CSV")]
    [InlineData("--text HARDDELETE", "Audit Log Recovery")]
    [InlineData("--owner nobody", "")]
    public async Task They_are_found_by_everything_that_is_said_of_them(string options, string names)
        => Assert.Equal(names, string.Join(',', (await _desk.DoAsync(["config", "list", .. options.Split(' ')])).Texts("name")));

    [Fact]
    public async Task One_is_made_shown_changed_and_removed()
    {
        JsonElement made = (await _desk.DoAsync(
            "config", "create", "--name", "Nightly", "--source-type", "ExportFile", "--source", """{"paths":["*.ics"]}""",
            "--destination-type", "LocalCalendar", "--destination", """{"calendar":"Imported"}""", "--policy", """{"limit":5}""", "--inactive")).Document;
        Assert.Equal(Members, made.EnumerateObject().Select(member => member.Name));
        Assert.Equal((5, false), (made.GetProperty("policy").GetProperty("limit").GetInt32(), made.GetProperty("isActive").GetBoolean()));

        string id = made.GetProperty("id").ToString();
        Assert.Equal(made.ToString(), (await _desk.DoAsync("config", "show", id)).Document.ToString());
        JsonElement changed = (await _desk.DoAsync("config", "set", "nightly", "--active", "true", "--name", "Weekly", "--policy", "{}")).Document;
        Assert.Equal(("Weekly", true, id), (Text(changed, "name"), changed.GetProperty("isActive").GetBoolean(), changed.GetProperty("id").ToString()));

        await _desk.DoAsync("config", "remove", "Weekly", "--execute", "--yes");
        (await _desk.RunAsync("config", "show", id)).ExpectError(1, "ConfigurationNotFound");
        Assert.Equal(
            ["ConfigurationCreate", "ConfigurationSet", "ConfigurationRemove"],
            (await _desk.DoAsync("audit", "list", "--operation", "Configuration*")).Texts("operation"));
    }

    [Fact]
    public async Task Running_one_is_a_restore_with_its_document()
    {
        await _desk.StockAsync(4);
        await _desk.LoseAsync(2, 3);
        string[] members = [.. (await _desk.DoAsync("restore", "audit-log")).Document.EnumerateObject().Select(member => member.Name)];

        Outcome plan = await _desk.DoAsync("config", "run", "Audit Log Recovery");
        Assert.Equal((members.Length, 2), (plan.Document.EnumerateObject().Count(), plan.Count("created")));
        Outcome run = await _desk.DoAsync("config", "run", "audit log recovery", "--execute");
        Assert.Equal(["Event 2", "Event 3"], (await _desk.DoAsync("appointment", "list", "--mailbox", Desk.Alice, "--calendar", "Recovered")).Texts("subject"));
        Assert.Equal(0, (await _desk.DoAsync("config", "run", "Audit Log Recovery", "--execute")).Count("created"));

        Outcome other = await _desk.DoAsync("config", "run", "Audit Log Recovery", "--subject", "Event 2", "--destination", "store:bob@contoso.com/Other", "--execute");
        Assert.Equal(1, other.Count("created"));
        await _desk.DoAsync("request", "undo", run.Document.GetProperty("requestId").GetString()!, "--execute");
    }

    [Theory]
    [InlineData("Import from CSV", 1, "InvalidState")]
    [InlineData("Nothing", 1, "ConfigurationNotFound")]
    [InlineData("4711", 1, "ConfigurationNotFound")]
    [Trait("Seed", "P5")]
    public async Task One_that_cannot_be_run_says_why(string identity, int exitCode, string code)
        => (await _desk.RunAsync("config", "run", identity, "--execute")).ExpectError(exitCode, code);

    [Fact]
    [Trait("Seed", "P8")]
    public async Task The_one_to_Microsoft_365_says_that_no_tenant_is_connected()
    {
        await _desk.StockAsync(1);
        (await _desk.RunAsync("config", "run", "Backup to MSGraph", "--execute")).ExpectError(1, "CalendarNotFound");
        await _desk.DoAsync("calendar", "import", "stock.ics", "--mailbox", Desk.Alice, "--calendar", "Recovered");

        JsonElement error = (await _desk.RunAsync("config", "run", "Backup to MSGraph", "--execute")).ExpectError(1, "NotConnected");
        Assert.Contains("No tenant is connected", error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ExportFile", "{", "LocalCalendar", """{"calendar":"a"}""", "no JSON")]
    [InlineData("ExportFile", """{"paths":["a"],"colour":1}""", "LocalCalendar", """{"calendar":"a"}""", "'colour' is unknown")]
    [InlineData("BackupCalendar", """{"calendars":["Rec*"]}""", "LocalCalendar", """{"calendar":"Recovered"}""", "inside its source")]
    public async Task A_bad_one_is_not_saved(string sourceType, string source, string destinationType, string destination, string says)
    {
        JsonElement error = (await _desk.RunAsync(
            "config", "create", "--name", "Bad", "--source-type", sourceType, "--source", source, "--destination-type", destinationType, "--destination", destination))
            .ExpectError(2, "InvalidArgument");

        Assert.Contains(says, error.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(3, (await _desk.DoAsync("config", "list")).Items.Length);
    }

    [Theory]
    [InlineData("--source-type Pigeon")]
    [InlineData("--source-type 1")]
    [InlineData("--active perhaps")]
    public async Task A_value_that_is_none_is_a_usage_error(string options)
        => (await _desk.RunAsync(["config", "list", .. options.Split(' ')])).ExpectError(2, "Usage");

    [Fact]
    public async Task They_go_to_another_store_and_all_or_none_of_them()
    {
        Assert.Equal(3, (await _desk.DoAsync("config", "export", "all.json")).Items.Length);
        (await _desk.RunAsync("config", "export", "all.json")).ExpectError(1, "FileExists");
        (await _desk.RunAsync("config", "import", "all.json")).ExpectError(1, "AlreadyExists");
        await _desk.DoAsync("config", "remove", "Backup to MSGraph", "--execute", "--yes");
        (await _desk.RunAsync("config", "import", "all.json")).ExpectError(1, "AlreadyExists");
        Assert.Equal(2, (await _desk.DoAsync("config", "list")).Items.Length);

        await _desk.DoAsync("config", "export", "all.json", "--name", "Import*", "--force");
        await _desk.DoAsync("config", "remove", "Import from CSV", "--execute", "--yes");
        JsonElement[] imported = (await _desk.DoAsync("config", "import", "all.json")).Items;
        Assert.Equal("Import from CSV", Text(Assert.Single(imported), "name"));
        File.WriteAllText(_desk.Place("bad.json"), """{"configurations":[{"name":"x"}]}""");
        (await _desk.RunAsync("config", "import", "bad.json")).ExpectError(1, "InvalidData");
        (await _desk.RunAsync("config", "import", "missing.json")).ExpectError(1, "FileNotFound");
    }

    private static string Text(JsonElement item, string member) => item.GetProperty(member).GetString()!;
}
