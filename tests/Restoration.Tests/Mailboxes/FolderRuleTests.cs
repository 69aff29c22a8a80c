using Restoration.Failures;
using Restoration.Items;
using Restoration.Mailboxes;

namespace Restoration.Tests.Mailboxes;

public sealed class FolderRuleTests
{
    // A German mailbox: its inbox and its calendar are called otherwise, and a folder of its own is called #Notes#.
    private static readonly Folder[] Folders =
    [
        Folder("Posteingang", WellKnownFolder.Inbox), Folder("Posteingang/Projekte"), Folder("Kalender", WellKnownFolder.Calendar), Folder("Kalender/Team"),
        Folder("Calendar"), Folder("#Notes#"), Folder("Notes", WellKnownFolder.Notes), Folder("Projects"), Folder("Projects/FY2010"), Folder("Projects/FY2010/Q1"),
        Folder("Sync Issues/Conflicts"), Folder("Recoverable Items/Deletions", WellKnownFolder.Deletions), Folder("Recoverable Items/Purges", WellKnownFolder.Purges),
    ];

    private static readonly string Dumpster = "Recoverable Items/Deletions,Recoverable Items/Purges";

    [Theory]
    [InlineData("Projects", "Projects")]
    [InlineData("projects/*", "Projects,Projects/FY2010,Projects/FY2010/Q1")]
    [InlineData("Projects/FY2010/*", "Projects/FY2010,Projects/FY2010/Q1")]
    [InlineData(@"Projects\FY2010", "Projects/FY2010")]
    [InlineData("#Inbox#", "Posteingang")]
    [InlineData("#inbox#/*", "Posteingang,Posteingang/Projekte")]
    [InlineData("#Inbox#/Projekte", "Posteingang/Projekte")]
    [InlineData("#Calendar#/*", "Kalender,Kalender/Team")]
    [InlineData("Calendar", "Calendar")]
    [InlineData("#Notes#", "Notes")]
    [InlineData(@"\#Notes\#", "#Notes#")]
    [InlineData("#SyncIssues#/*", "Sync Issues/Conflicts")]
    [InlineData("#Conflicts#", "Sync Issues/Conflicts")]
    [InlineData("Proj*", "")]
    [InlineData("Nothing/*", "")]
    public void Includes_the_folders_that_a_rule_means(string rule, string folders)
        => Assert.Equal(folders, Select(new FolderSelection { Include = [FolderRule.Parse(rule)], ExcludeDumpster = true }));

    [Theory]
    [InlineData("#Inbox#/*;Projects/*", "Kalender,Kalender/Team,Calendar,#Notes#,Notes,Sync Issues/Conflicts")]
    [InlineData("#CommunicationHistory#", "Posteingang,Posteingang/Projekte,Kalender,Kalender/Team,Calendar,#Notes#,Notes,Projects,Projects/FY2010,Projects/FY2010/Q1,Sync Issues/Conflicts")]
    public void Excludes_the_folders_that_a_rule_means(string rules, string folders)
        => Assert.Equal(folders, Select(new FolderSelection { Exclude = [.. rules.Split(';').Select(FolderRule.Parse)], ExcludeDumpster = true }));

    [Fact]
    public void Exclusion_wins_over_inclusion() => Assert.Equal(
        "Projects",
        Select(new FolderSelection { Include = [FolderRule.Parse("Projects/*")], Exclude = [FolderRule.Parse("Projects/FY2010/*")], ExcludeDumpster = true }));

    [Fact]
    public void Recoverable_items_come_along_whatever_is_included_unless_they_are_left_out()
    {
        FolderSelection calendar = new() { Include = [FolderRule.Parse("#Calendar#")] };
        Assert.Equal($"Kalender,{Dumpster}", Select(calendar));
        Assert.Equal("Kalender", Select(calendar with { ExcludeDumpster = true }));
        Assert.Equal("Kalender,Recoverable Items/Deletions", Select(calendar with { Exclude = [FolderRule.Parse("#Purges#")] }));
    }

    [Fact]
    public void Below_a_root_rules_begin_there_and_nothing_else_is_read()
    {
        FolderSelection below = new() { Root = FolderPath.Parse("projects") };
        Assert.Equal("Projects,Projects/FY2010,Projects/FY2010/Q1", Select(below));
        Assert.Equal("Projects/FY2010/Q1", Select(below with { Include = [FolderRule.Parse("FY2010/Q1")] }));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/*")]
    [InlineData("#Outbux#/*")]
    [InlineData("Projects//Team")]
    public void Everything_else_is_an_error(string rule)
        => Assert.Equal(FailureCode.InvalidArgument, Assert.Throws<RestorationException>(() => FolderRule.Parse(rule)).Code);

    private static string Select(FolderSelection selection)
    {
        FolderTree tree = new(Folders);
        return string.Join(',', Folders.Where(folder => selection.Selects(folder.Path, tree)).Select(folder => folder.Path));
    }

    private static Folder Folder(string path, WellKnownFolder? known = null) => new()
    {
        Id = 1,
        MailboxId = 1,
        Mailbox = "alice@contoso.com",
        Path = FolderPath.Parse(path),
        WellKnown = known,
        CreatedAt = default,
    };
}
