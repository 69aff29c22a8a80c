using System.Text;
using System.Text.Json;
using Restoration.Console.Tests.Support;

namespace Restoration.Console.Tests.Files;

/// <summary>Mailboxes that are imported from files and exported to them.</summary>
public sealed class MailboxFileTests : IDisposable
{
    private const string From = "From bob@contoso.com Tue Nov  3 09:00:00 2026\n";
    private const string Mail = "Message-ID: <1@contoso.com>\nFrom: bob@contoso.com\nSubject: Plan\n\nHello\n";

    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task An_import_puts_each_item_in_the_folder_that_the_files_name_and_a_second_changes_nothing()
    {
        WriteTree();
        await CreateAsync();

        Outcome first = await ImportAsync("mail");
        Outcome second = await ImportAsync("mail");

        Assert.Equal((4, 4), (first.Count("found"), first.Count("created")));
        Assert.Equal((4, 0, 4), (second.Count("found"), second.Count("created"), second.Count("skipped")));
        Assert.Equal(["Calendar", "Inbox", "Inbox/Lists"], await FoldersAsync());
    }

    [Theory]
    [InlineData("eml", "out")]
    [InlineData("eml", "out.zip")]
    [InlineData("mbox", "out")]
    [InlineData("mbox", "out.mbox")]
    [InlineData("maildir", "out")]
    [InlineData("maildir", "out.tar.gz")]
    [InlineData("json", "out.json")]
    [InlineData("json", "out.json.gz")]
    public async Task What_was_exported_comes_back_as_it_was(string format, string path)
    {
        WriteTree();
        await CreateAsync();
        await ImportAsync("mail");

        Outcome written = await _desk.DoAsync("mailbox", "export", path, "--mailbox", Desk.Alice, "--format", format);
        Outcome again = await ImportAsync(path);

        Assert.Equal(4, written.Document.GetProperty("itemCount").GetInt64());
        Assert.Equal(3, written.Document.GetProperty("folderCount").GetInt64());
        Assert.Equal((4, 4), (again.Count("found"), again.Count("skipped")));
        _desk.ExpectTidy();
    }

    [Fact]
    public async Task A_message_is_exported_byte_for_byte()
    {
        _desk.Write("a.eml", Mail);
        await CreateAsync();
        await ImportAsync("a.eml");

        await _desk.DoAsync("mailbox", "export", "out", "--mailbox", Desk.Alice, "--format", "eml");

        Assert.Equal(Mail, await File.ReadAllTextAsync(_desk.Place("out/Inbox/000001 Plan.eml")));
    }

    [Fact]
    public async Task An_import_can_be_undone_folders_and_all()
    {
        WriteTree();
        await CreateAsync();
        Outcome import = await ImportAsync("mail");

        await _desk.DoAsync("request", "undo", import.Document.GetProperty("requestId").GetString()!, "--execute", "--yes");

        Assert.Empty(await FoldersAsync());
        Assert.Equal(1, (await ExportAsync()).Document.GetProperty("folderCount").GetInt64());
    }

    [Fact]
    public async Task All_goes_below_a_folder_that_is_named()
    {
        WriteTree();
        await CreateAsync();

        await ImportAsync("mail", "--folder", "Old");

        Assert.Equal(["Old/Calendar", "Old/Inbox", "Old/Inbox/Lists"], await FoldersAsync());
        Assert.Contains("Old/Calendar", (await _desk.DoAsync("calendar", "list", "--mailbox", Desk.Alice)).Texts("path"));
    }

    [Fact]
    public async Task Every_folder_of_a_mailbox_is_backed_up()
    {
        WriteTree();
        await CreateAsync();
        await ImportAsync("mail");

        Outcome backups = await _desk.DoAsync("mailbox", "backup", "--mailbox", Desk.Alice);

        Assert.Equal(3, backups.Items.Length);
        Assert.Single(backups.Texts("takenAt").Distinct());
    }

    [Theory]
    [InlineData("KeepSourceItem", "replaced", "skipped", 1, "Changed")]
    [InlineData("KeepTargetItem", "skipped", "skipped", 1, "Plan")]
    [InlineData("KeepLatestItem", "skipped", "skipped", 1, "Plan")]
    [InlineData("KeepAll", "created", "skipped", 2, "Plan")]
    [InlineData("UpdateFromSource", "updated", "skipped", 1, "Changed")]
    [InlineData("ForceCopy", "created", "created", 3, "Plan")]
    public async Task A_message_that_differs_is_resolved_as_was_said_and_a_second_run_adds_nothing_unless_it_is_forced(
        string option, string first, string second, int items, string subject)
    {
        _desk.Write("a.eml", Mail);
        _desk.Write("b.eml", Mail.Replace("Plan", "Changed", StringComparison.Ordinal));
        await CreateAsync();
        await ImportAsync("a.eml");

        Outcome once = await _desk.RunAsync("mailbox", "import", "b.eml", "--mailbox", Desk.Alice, "--conflict-resolution-option", option);
        Outcome twice = await _desk.RunAsync("mailbox", "import", "b.eml", "--mailbox", Desk.Alice, "--conflict-resolution-option", option);
        await ExportAsync();

        Assert.Equal((1, 1), (once.Count(first), twice.Count(second)));
        using JsonDocument document = JsonDocument.Parse(await File.ReadAllTextAsync(_desk.Place("look.json")));
        JsonElement[] written = [.. document.RootElement.GetProperty("items").EnumerateArray()];
        Assert.Equal((items, subject), (written.Length, written[0].GetProperty("subject").GetString()));
        Assert.All(written, item => Assert.Contains("1@contoso.com", Encoding.UTF8.GetString(item.GetProperty("mime").GetBytesFromBase64()), StringComparison.Ordinal));
    }

    public static TheoryData<string, string, int, string> Broken => new()
    {
        { "none.eml", "", 1, "InvalidData" },
        { "text.bin", "\u0001\u0002", 1, "UnsupportedFormat" },
        { "../missing.eml", null!, 1, "FileNotFound" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task A_file_that_cannot_be_used_is_an_error_before_anything_happens(string name, string? text, int exitCode, string code)
    {
        await CreateAsync();
        if (text is not null)
        {
            _desk.Write(name, text);
        }

        (await _desk.RunAsync("mailbox", "import", name, "--mailbox", Desk.Alice)).ExpectError(exitCode, code);
        Assert.Empty((await _desk.DoAsync("request", "list")).Items);
    }

    [Fact]
    public async Task A_message_that_cannot_be_read_fails_alone()
    {
        _desk.Write("a.json", "[{\"subject\":\"1\",\"toRecipients\":[]},{\"mime\":\"no base64!\"},{\"subject\":\"2\",\"toRecipients\":[]}]");
        await CreateAsync();

        Outcome import = (await _desk.RunAsync("mailbox", "import", "a.json", "--mailbox", Desk.Alice)).Expect(3);

        Assert.Equal((3, 2, 1), (import.Count("found"), import.Count("created"), import.Count("failed")));
        Assert.Contains("a.json, line 1", Assert.Single(import.Items, item => item.GetProperty("action").GetString() == "Fail").GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("c.ics")]
    [InlineData("c.json")]
    [InlineData("c.csv")]
    public async Task A_message_in_a_calendar_has_no_place_in_a_calendar_file_which_is_said(string path)
    {
        await _desk.DoAsync("calendar", "import", _desk.WriteCalendar("one.ics", 1), "--mailbox", Desk.Alice);
        _desk.Write("a.eml", Mail);
        await ImportAsync("a.eml", "--folder", "Calendar");

        Outcome written = (await _desk.RunAsync("calendar", "export", path, "--mailbox", Desk.Alice)).Expect(3);

        Assert.Equal(1, written.Document.GetProperty("itemCount").GetInt64());
        Assert.DoesNotContain("X-Restoration-Item", await File.ReadAllTextAsync(_desk.Place(path)), StringComparison.Ordinal);
        Outcome restored = (await _desk.RunAsync("restore", "backup", "--source", $"store:{Desk.Alice}/Calendar", "--destination", $"file:{_desk.Place("r-" + path)}", "--execute")).Expect(3);
        Assert.Equal((1, 1), (restored.Count("created"), restored.Count("failed")));
    }

    [Fact]
    public async Task An_export_never_replaces_what_is_no_export()
    {
        await CreateAsync();
        Directory.CreateDirectory(_desk.Place("out"));
        _desk.Write("out/precious.txt", "mine");

        foreach (string[] force in (string[][])[[], ["--force"]])
        {
            (await _desk.RunAsync(["mailbox", "export", "out", "--mailbox", Desk.Alice, "--format", "eml", .. force])).ExpectError(1, "FileExists");
        }

        Assert.Equal("mine", await File.ReadAllTextAsync(_desk.Place("out/precious.txt")));
        _desk.ExpectTidy();
    }

    private async Task CreateAsync() => await _desk.DoAsync("calendar", "create", "--mailbox", Desk.Alice);

    private Task<Outcome> ExportAsync() => _desk.DoAsync("mailbox", "export", "look.json", "--mailbox", Desk.Alice, "--format", "json", "--force");

    /// <summary>The folders that have something in them.</summary>
    private async Task<IEnumerable<string?>> FoldersAsync()
    {
        await ExportAsync();
        using JsonDocument document = JsonDocument.Parse(await File.ReadAllTextAsync(_desk.Place("look.json")));
        string?[] folders = [.. document.RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("folder").GetString()).Distinct()];
        return folders.Order(StringComparer.Ordinal);
    }

    private Task<Outcome> ImportAsync(string path, params string[] more) => _desk.DoAsync(["mailbox", "import", path, "--mailbox", Desk.Alice, .. more]);

    private void WriteTree()
    {
        Directory.CreateDirectory(_desk.Place("mail/Inbox"));
        _desk.Write("mail/Inbox.mbox", Encoding.UTF8.GetBytes($"{From}{Mail}\n{From}Status: O\nSubject: Unread\n\nFrom here\n>From there\n\n"));
        _desk.Write("mail/Inbox/Lists.mbox", $"{From}{Mail}\n");
        _desk.WriteCalendar("mail/Calendar.ics", 1);
    }
}
