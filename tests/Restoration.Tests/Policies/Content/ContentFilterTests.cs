using Restoration.Contracts.Support;
using Restoration.Failures;
using Restoration.Items;
using Restoration.Policies.Content;

namespace Restoration.Tests.Policies.Content;

public sealed class ContentFilterTests
{
    // 3 November 2026, 9 to 10 o'clock UTC; 44 bytes and more.
    private static readonly ContentProperties Meeting = new()
    {
        Size = 2048,
        AllTexts = new Dictionary<ContentProperty, IReadOnlyList<string>>
        {
            [ContentProperty.Subject] = ["Budget's review"],
            [ContentProperty.Body] = ["The prospectus is in draft."],
            [ContentProperty.Category] = ["Red", "Finance"],
            [ContentProperty.Sender] = ["Ayla Kol", "ayla@contoso.com"],
            [ContentProperty.Organizer] = ["Ayla Kol", "ayla@contoso.com"],
            [ContentProperty.Importance] = ["High"],
            [ContentProperty.MessageKind] = ["Calendar"],
            [ContentProperty.UID] = ["uid-3"],
            [ContentProperty.Attachment] = ["plan.docx"],
            [ContentProperty.CC] = [],
        },
        Moments = new Dictionary<ContentProperty, DateTimeOffset>
        {
            [ContentProperty.Start] = new(2026, 11, 3, 9, 0, 0, TimeSpan.Zero),
            [ContentProperty.End] = new(2026, 11, 3, 10, 0, 0, TimeSpan.Zero),
        },
        Truths = new HashSet<ContentProperty> { ContentProperty.HasAttachment },
    };

    [Theory]
    [InlineData("Subject -eq 'budget''s REVIEW'", true)]
    [InlineData("Subject -eq \"Budget's review\"", true)]
    [InlineData("Subject -eq 'Budget'", false)]
    [InlineData("Subject -ne 'Budget'", true)]
    [InlineData("Subject -like 'budget*'", true)]
    [InlineData("Subject -notlike 'budget*'", false)]
    [InlineData("Body -like '*prospectus*'", true)]
    [InlineData("All -like '*prospectus*'", true)]
    [InlineData("All -like '*nothing*'", false)]
    [InlineData("Category -eq 'Finance'", true)]
    [InlineData("Category -ne 'Finance'", false)]
    [InlineData("Category -ne 'Green'", true)]
    [InlineData("Sender -eq 'ayla@contoso.com'", true)]
    [InlineData("organizer -like 'Ayla*'", true)]
    [InlineData("UID -eq uid-3", true)]
    [InlineData("CC -eq $null", true)]
    [InlineData("Subject -eq $null", false)]
    [InlineData("Subject -eq '$null'", false)]
    [InlineData("HasAttachment -eq $true", true)]
    [InlineData("HasAttachment -eq 'False'", false)]
    [InlineData("IsRead -ne $true", true)]
    [InlineData("Importance -eq high", true)]
    [InlineData("MessageKind -eq 'Calendar'", true)]
    [InlineData("MessageKind -eq 'Email'", false)]
    [InlineData("Size -gt 2047", true)]
    [InlineData("Size -ge 2KB", true)]
    [InlineData("Size -lt '0.5 MB'", true)]
    [InlineData("Size -gt 1GB", false)]
    public void A_comparison_asks_for_one_property(string filter, bool fits) => Assert.Equal(fits, Fits(filter));

    [Theory]
    [InlineData("Start -eq '2026-11-03'", true)]
    [InlineData("Start -eq '2026-11-04'", false)]
    [InlineData("Start -gt '2026-11-03'", true)]
    [InlineData("Start -lt '2026-11-03'", false)]
    [InlineData("Start -ge 2026-11-03T09:00:00Z", true)]
    [InlineData("Start -gt 2026-11-03T09:00:00Z", false)]
    [InlineData("Start -le '2026-11-03T10:00:00+01:00'", true)]
    [InlineData("Start -gt '11/01/2026' -and End -lt '11/30/2026'", true)]
    [InlineData("Received -gt '2020-01-01'", false)]
    [InlineData("Received -eq $null", true)]
    public void Moments_are_compared_with_days_and_moments(string filter, bool fits) => Assert.Equal(fits, Fits(filter));

    [Theory]
    [InlineData("Start -eq '2026-11-03T10:00:00'", null, "Europe/Berlin", true)]
    [InlineData("Start -eq '2026-11-03T09:00:00'", null, "Europe/Berlin", false)]
    [InlineData("Start -eq '03.11.2026'", "de-DE", "Europe/Berlin", true)]
    [InlineData("Start -eq '03.11.2026 10:00'", "de-DE", "Europe/Berlin", true)]
    [InlineData("Start -eq '11/3/2026'", "en-US", null, true)]
    [InlineData("Start -eq '3/11/2026'", "en-GB", null, true)]
    public void Dates_are_read_in_the_language_and_the_zone_that_are_given(string filter, string? culture, string? zone, bool fits)
        => Assert.Equal(fits, Fits(filter, culture, zone));

    [Theory]
    [InlineData("Subject -like 'b*' -and Size -gt 1", true)]
    [InlineData("Subject -like 'x*' -or Size -gt 1", true)]
    [InlineData("Subject -like 'x*' -and Size -gt 1 -or Size -gt 2", true)]
    [InlineData("Size -gt 2 -or Subject -like 'x*' -and Size -lt 1", true)]
    [InlineData("(Size -gt 2 -or Subject -like 'x*') -and Size -lt 1", false)]
    [InlineData("-not Subject -like 'x*'", true)]
    [InlineData("!(Subject -like 'b*')", false)]
    [InlineData("-not -not (Subject -like 'b*')", true)]
    [InlineData("((((Size -gt 2))))", true)]
    [InlineData("SIZE -GT 2 -AND -NOT (Size -LT 2)", true)]
    public void Conditions_are_joined_not_before_and_before_or(string filter, bool fits) => Assert.Equal(fits, Fits(filter));

    [Theory]
    [InlineData("", 1)]
    [InlineData("Subject", 8)]
    [InlineData("Subject -eq", 12)]
    [InlineData("Subject = 'x'", 9)]
    [InlineData("Subject -matches 'x'", 9)]
    [InlineData("Colour -eq 'red'", 1)]
    [InlineData("0 -eq 'red'", 1)]
    [InlineData("Subject -gt 'x'", 9)]
    [InlineData("HasAttachment -like 'x'", 15)]
    [InlineData("HasAttachment -eq 'perhaps'", 19)]
    [InlineData("Start -gt 'soon'", 11)]
    [InlineData("Size -gt many", 10)]
    [InlineData("Importance -eq 'Urgent'", 16)]
    [InlineData("Subject -eq 'x", 13)]
    [InlineData("(Subject -eq 'x'", 17)]
    [InlineData("Subject -eq 'x')", 16)]
    [InlineData("Subject -eq 'x' Size -gt 1", 17)]
    [InlineData("Subject -eq 'x' -and", 21)]
    [InlineData("Subject -eq (Get-Date)", 13)]
    public void What_cannot_be_read_is_an_error_that_names_the_position(string filter, int position)
    {
        RestorationException failure = Assert.Throws<RestorationException>(() => Parse(filter));
        Assert.Equal(FailureCode.InvalidArgument, failure.Code);
        Assert.Contains(FormattableString.Invariant($"position {position}:"), failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_filter_that_is_nested_without_end_is_refused()
        => Assert.Equal(FailureCode.InvalidArgument, Assert.Throws<RestorationException>(() => Parse(new string('(', 10_000))).Code);

    [Theory]
    [InlineData("xx-nowhere", null, FailureCode.InvalidArgument)]
    [InlineData(null, "Nowhere/City", FailureCode.TimeZoneNotFound)]
    public void A_language_or_zone_that_does_not_exist_is_an_error(string? culture, string? zone, FailureCode code)
        => Assert.Equal(code, Assert.Throws<RestorationException>(() => ContentFilter.Parse("Size -gt 1", culture, zone, new FixedZones())).Code);

    [Theory]
    [InlineData("Subject -eq 'Appointment 3'", false, true)]
    [InlineData("Start -eq '2026-11-04'", false, true)]
    [InlineData("Body -like '*planned*'", true, true)]
    [InlineData("MessageKind -eq Calendar -and IsRecurring -eq $false", false, true)]
    public void Content_is_asked_for_only_where_it_decides(string filter, bool needsContent, bool fits)
    {
        ContentFilter read = Parse(filter);
        Item item = Some.Appointment(3);
        Assert.Equal(needsContent, read.NeedsContent);
        Assert.Equal(fits, read.Accepts(needsContent ? item : item with { Content = default }, new TextCodec()));
    }

    [Theory]
    [InlineData("Body -like '*planned*' -and IsRead -eq $true", true)]
    [InlineData("MessageKind -eq Email", true)]
    [InlineData("MessageKind -eq Calendar", false)]
    [InlineData("IsFlagged -eq $true -or HasAttachment -eq $true", false)]
    [InlineData("Subject -eq 'Appointment 3' -and Sender -eq $null", true)]
    public void Messages_are_asked_for_the_same_properties(string filter, bool fits)
        => Assert.Equal(fits, Parse(filter).Accepts(Some.Appointment(3) with { ItemClass = ItemClasses.Note }, new TextCodec()));

    private static bool Fits(string filter, string? culture = null, string? zone = null)
        => Parse(filter, culture, zone).Condition.Accepts(Meeting, null);

    private static ContentFilter Parse(string filter, string? culture = null, string? zone = null) => ContentFilter.Parse(filter, culture, zone, new FixedZones());
}
