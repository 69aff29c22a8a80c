using Restoration.Failures;
using Restoration.Items;

namespace Restoration.Tests.Items;

public sealed class LocationTests
{
    [Theory]
    [InlineData("store:alice@contoso.com/Calendar", LocationKind.Store, "alice@contoso.com", "Calendar", null)]
    [InlineData("STORE:alice/Projects/Team", LocationKind.Store, "alice", "Projects/Team", null)]
    [InlineData("store:alice@contoso.com", LocationKind.Store, "alice@contoso.com", "Calendar", null)]
    [InlineData("graph:alice@contoso.com/Calendar", LocationKind.Graph, "alice@contoso.com", "Calendar", null)]
    [InlineData("backup:alice@contoso.com/Calendar@2026-11-01", LocationKind.Backup, "alice@contoso.com", "Calendar", "2026-11-01")]
    [InlineData("backup:alice@contoso.com/Calendar", LocationKind.Backup, "alice@contoso.com", "Calendar", null)]
    [InlineData("file:backup.ics", LocationKind.File, null, "", "backup.ics")]
    [InlineData(@"file:C:\backups\a.ics", LocationKind.File, null, "", @"C:\backups\a.ics")]
    [InlineData(@"C:\backups\a.ics", LocationKind.File, null, "", @"C:\backups\a.ics")]
    [InlineData("some folder/a.json.gz", LocationKind.File, null, "", "some folder/a.json.gz")]
    [InlineData("audit:", LocationKind.Audit, null, "", null)]
    [InlineData("audit:purview.csv", LocationKind.Audit, null, "", "purview.csv")]
    [InlineData("original:", LocationKind.Original, null, "", null)]
    public void Reads_what_people_write(string text, LocationKind kind, string? mailbox, string folder, string? target)
    {
        Location location = Location.Parse(text);
        Assert.Equal((kind, mailbox, folder, target), (location.Kind, location.Mailbox, location.Folder.ToString(), location.Target));
    }

    [Theory]
    [InlineData("store:alice@contoso.com/Calendar")]
    [InlineData("backup:alice@contoso.com/Projects/Team@2026-11-01")]
    [InlineData("backup:00000001-0000-0000-0000-000000000000")]
    [InlineData("request:00000001-0000-0000-0000-000000000000")]
    [InlineData("file:a.ics")]
    [InlineData("audit:")]
    [InlineData("original:")]
    public void Writes_what_it_reads(string text) => Assert.Equal(text, Location.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("Calendar")]
    [InlineData("store:")]
    [InlineData("store:/Calendar")]
    [InlineData("file:")]
    [InlineData("original:here")]
    [InlineData("request:none")]
    [InlineData("ftp:alice@contoso.com/Calendar")]
    public void Refuses_the_rest(string text)
        => Assert.Equal(FailureCode.InvalidLocation, Assert.Throws<RestorationException>(() => Location.Parse(text)).Code);

    [Fact]
    public void Places_are_the_same_without_case()
        => Assert.Equal(Location.Parse("store:alice@contoso.com/calendar").Folder, Location.Parse("store:alice@contoso.com/CALENDAR").Folder);
}
