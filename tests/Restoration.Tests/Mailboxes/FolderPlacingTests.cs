using Restoration.Items;
using Restoration.Mailboxes;

namespace Restoration.Tests.Mailboxes;

public sealed class FolderPlacingTests
{
    // From a German mailbox to an English one that has no calendar yet.
    private static readonly Folder[] Source = [Folder("Posteingang", WellKnownFolder.Inbox), Folder("Posteingang/Alt"), Folder("Kalender", WellKnownFolder.Calendar, FolderKind.Calendar), Folder("Projects/FY2010")];
    private static readonly Folder[] Target = [Folder("Inbox", WellKnownFolder.Inbox), Folder("Old", null)];

    [Theory]
    [InlineData(null, null, "Posteingang", "Inbox")]
    [InlineData(null, null, "Posteingang/Alt", "Inbox/Alt")]
    [InlineData(null, null, "Kalender", "Calendar")]
    [InlineData(null, null, "Projects/FY2010", "Projects/FY2010")]
    [InlineData("Restored", null, "Posteingang", "Restored/Posteingang")]
    [InlineData("Restored/Alice", null, "Projects/FY2010", "Restored/Alice/Projects/FY2010")]
    [InlineData("Restored", "Projects", "Projects/FY2010", "Restored/FY2010")]
    [InlineData("Restored", "Projects/FY2010", "Projects/FY2010", "Restored")]
    [InlineData(null, "Projects", "Projects/FY2010", "FY2010")]
    [InlineData(null, "Projects/FY2010", "Projects/FY2010", "FY2010")]
    [InlineData(null, "Posteingang", "Posteingang", "Inbox")]
    [InlineData(null, "Posteingang", "Posteingang/Alt", "Alt")]
    public void Folders_keep_their_paths_below_a_root_and_their_meaning_at_the_top(string? targetRoot, string? sourceRoot, string folder, string place)
    {
        FolderPlacing placing = new("bob@contoso.com", Path(targetRoot), Path(sourceRoot), Source, Target);
        Assert.Equal($"store:bob@contoso.com/{place}", placing.PlaceOf(FolderPath.Parse(folder)).ToString());
    }

    [Fact]
    public void A_folder_that_has_to_be_made_holds_what_its_source_holds()
    {
        FolderPlacing placing = new("bob@contoso.com", null, null, Source, Target);
        Assert.Equal(FolderKind.Calendar, placing.KindOf(FolderPath.Parse("Kalender")));
        Assert.Equal(FolderKind.Mail, placing.KindOf(FolderPath.Parse("Posteingang")));
    }

    private static FolderPath? Path(string? text) => text is null ? null : FolderPath.Parse(text);

    private static Folder Folder(string path, WellKnownFolder? known = null, FolderKind kind = FolderKind.Mail) => new()
    {
        Id = 1,
        MailboxId = 1,
        Mailbox = "alice@contoso.com",
        Path = FolderPath.Parse(path),
        Kind = kind,
        WellKnown = known,
        CreatedAt = default,
    };
}
