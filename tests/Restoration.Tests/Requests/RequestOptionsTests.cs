using System.Reflection;
using System.Text.Json;
using Restoration.Failures;
using Restoration.Items;
using Restoration.Policies;
using Restoration.Requests;
using Restoration.Requests.MailboxRestores;

namespace Restoration.Tests.Requests;

public sealed class RequestOptionsTests
{
    [Fact]
    public void What_is_written_is_read_again_whatever_it_is()
    {
        RequestOptions options = RequestOptions.Parse(new RequestOptions
        {
            IncludeMetadata = false,
            Force = true,
            TimeZone = "Europe/Berlin",
            Declined = [3],
            Filter = new ItemFilter { Subjects = ["a*"], WholeSeries = ["uid-1"] },
        }.ToJson());
        Assert.Equal((false, true, "Europe/Berlin"), (options.IncludeMetadata, options.Force, options.TimeZone));
        Assert.Equal([3], options.Declined);
        Assert.Equal(["a*"], options.Filter.Subjects);
        Assert.Equal(["uid-1"], options.Filter.WholeSeries);
    }

    [Fact]
    public void Every_member_is_written_and_read()
    {
        RequestOptions all = new()
        {
            Paths = ["a"],
            SourceFormat = "ics",
            SourceName = "standard input",
            TimeZone = "Europe/Berlin",
            Culture = "de-DE",
            Backups = [Guid.Parse("11111111-1111-4111-8111-111111111111")],
            Sources = ["file:b"],
            IsFrozen = true,
            MailboxRestore = new MailboxRestoreOptions
            {
                IncludeFolders = ["#Inbox#/*"],
                ExcludeFolders = ["Old"],
                ExcludeDumpster = true,
                ContentFilter = "Subject -like 'a*'",
                ContentFilterLanguage = "da-DK",
            },
            Filter = new ItemFilter
            {
                Window = new DateWindow(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue, DateTime.MinValue, DateTime.MaxValue),
                Subjects = ["s"],
                ExcludedSubjects = ["x"],
                Categories = ["c"],
                ExcludedCategories = ["y"],
                Uids = ["u"],
                Organizers = ["o"],
                Attendees = ["t"],
                Sensitivities = [Sensitivity.Private],
                Kinds = [ItemKind.Series],
                WholeSeries = ["w"],
            },
            Duplicates = DuplicateDetection.Loose,
            Only = ItemStates.Changed,
            Limit = 7,
            Order = ItemOrder.StartDescending,
            Declined = [3],
            Items = [4],
            DestinationFormat = "json",
            Force = true,
            IncludeMetadata = false,
        };
        RequestOptions read = RequestOptions.Parse(all.ToJson());
        Assert.Equal(JsonSerializer.Serialize(all), JsonSerializer.Serialize(read));
        Assert.All(typeof(RequestOptions).GetProperties(), member => Assert.NotEqual(Text(member, new RequestOptions()), Text(member, read)));
        Assert.All(
            typeof(MailboxRestoreOptions).GetProperties(),
            member => Assert.NotEqual(Text(member, new MailboxRestoreOptions()), Text(member, read.MailboxRestore!)));
        Assert.All(
            typeof(ItemFilter).GetProperties().Where(member => member.SetMethod is not null),
            member => Assert.NotEqual(Text(member, new ItemFilter()), Text(member, read.Filter)));
    }

    [Fact]
    public void Damage_is_an_error_that_says_so()
        => Assert.Equal(FailureCode.StoreCorrupt, Assert.Throws<RestorationException>(() => RequestOptions.Parse("""{"Only":"Sometimes"}""")).Code);

    private static string Text(PropertyInfo member, object of) => JsonSerializer.Serialize(member.GetValue(of));

    [Fact]
    public void What_was_never_written_is_as_it_begins() => Assert.True(RequestOptions.Parse(null).IncludeMetadata);
}
