using Restoration.Auditing;
using Restoration.Contracts.Support;
using Restoration.Destinations;
using Restoration.Items;
using Restoration.Mailboxes;
using Restoration.Policies;
using Restoration.Stores;

namespace Restoration.Contracts;

public abstract partial class StoreContract
{
    [Theory]
    [InlineData(@"a\u0000b")]
    [InlineData(@"\u0000")]
    [InlineData(@"a\uD83D")]
    [InlineData(@"\uDCC5b")]
    [InlineData(@"\uDCC5\uD83D")]
    [InlineData(@"\uD83D\uDCC5")]
    [InlineData(@"\uFFFF\u0001\u001B")]
    [InlineData(@"e\u0301 \u202E")]
    public async Task Whatever_a_text_is_made_of_the_item_is_kept_listed_and_found_and_the_trail_stays_whole(string escaped)
    {
        string text = System.Text.RegularExpressions.Regex.Unescape(escaped);
        Item item = Some.Appointment(1);
        item = item with { Subject = text, Key = item.Key with { Uid = $"uid {text}", ImmutableId = $"id {text}" } };
        Folder folder = await AddFolderAsync(item, Some.Appointment(2));
        await WriteAsync(transaction => transaction.Audit.AppendAsync([NewEntry("Odd") with { Subject = text, Uid = text, Target = text, Detail = text }, NewEntry("Even")], None));

        await using IStoreTransaction transaction = await Store.BeginReadAsync(None);
        StoredItem kept = (await transaction.Items.ReadAsync(folder.Id, 0, 10, None))[0];
        Assert.Equal(text.Length, kept.Item.Subject.Length);
        Assert.Equal(item.Content.ToArray(), (await transaction.Contents.LoadAsync([kept.Item], None))[0].Content.ToArray());
        foreach ((ItemKey key, MatchRung rung) in new[] { (item.Key, MatchRung.ImmutableId), (item.Key with { ImmutableId = null }, MatchRung.Uid) })
        {
            Match match = (await transaction.Items.FindAsync(folder.Id, [key], None))[0];
            Assert.Equal(rung, match.Rung);
            Assert.Single(match.Items);
        }

        ContentHash previous = default;
        foreach (AuditEntry entry in await transaction.Audit.ReadAsync(AuditFilter.All, 0, 10, None))
        {
            Assert.Equal(AuditChain.Compute(entry, previous), entry.Hash);
            previous = entry.Hash;
        }

        Assert.Equal(new AuditHead(2, previous), await transaction.Audit.GetHeadAsync(None));
    }
}
