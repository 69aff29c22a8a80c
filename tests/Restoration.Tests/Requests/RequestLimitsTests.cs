using Restoration.Failures;
using Restoration.Requests;

namespace Restoration.Tests.Requests;

public sealed class RequestLimitsTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData(" 10 ", 10)]
    [InlineData("unlimited", null)]
    [InlineData("Unlimited", null)]
    public void A_limit_is_a_number_or_unlimited(string text, int? count)
    {
        ItemLimit limit = ItemLimit.Parse(text);
        Assert.Equal(count, limit.Count);
        Assert.Equal(limit, ItemLimit.Parse(limit.ToString()));
    }

    [Theory]
    [InlineData("30", "30.00:00:00")]
    [InlineData("0", "00:00:00")]
    [InlineData("1.12:30:00", "1.12:30:00")]
    [InlineData("12:30", "12:30:00")]
    [InlineData("UNLIMITED", "Unlimited")]
    public void An_age_is_a_time_a_number_of_days_or_unlimited(string text, string written)
    {
        AgeLimit age = AgeLimit.Parse(text);
        Assert.Equal(written, age.ToString());
        Assert.Equal(age, AgeLimit.Parse(age.ToString()));
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("many")]
    [InlineData("1.5")]
    [InlineData("")]
    public void Nothing_else_is_a_limit(string text)
    {
        Assert.Equal(FailureCode.InvalidArgument, Assert.Throws<RestorationException>(() => ItemLimit.Parse(text)).Code);
        Assert.Equal(FailureCode.InvalidArgument, Assert.Throws<RestorationException>(() => AgeLimit.Parse(text)).Code);
    }

    [Theory]
    [InlineData("0", 0, false)]
    [InlineData("0", 1, true)]
    [InlineData("5", 5, false)]
    [InlineData("5", 6, true)]
    [InlineData("Unlimited", int.MaxValue, false)]
    public void A_limit_is_exceeded_by_more_than_it_allows(string limit, long count, bool isExceeded)
        => Assert.Equal(isExceeded, ItemLimit.Parse(limit).IsExceededBy(count));

    [Theory]
    [InlineData("50", "50", false, true)]
    [InlineData("51", "0", false, false)]
    [InlineData("0", "51", false, false)]
    [InlineData("Unlimited", "0", false, false)]
    [InlineData("Unlimited", "51", true, true)]
    public void Limits_that_may_lose_much_have_to_be_accepted(string bad, string large, bool accept, bool isAllowed)
    {
        RequestSettings settings = new() { BadItemLimit = ItemLimit.Parse(bad), LargeItemLimit = ItemLimit.Parse(large), AcceptLargeDataLoss = accept };
        Assert.Equal(isAllowed, Record.Exception(settings.Check) is null);
    }

    [Fact]
    public void A_comment_belongs_to_a_suspension()
        => Assert.Equal(FailureCode.InvalidArgument, Assert.Throws<RestorationException>((RequestSettings.OfMailboxRestore with { SuspendComment = "Wait." }).Check).Code);

    [Theory]
    [InlineData(RequestStatus.Queued, 5, 0, 0)]
    [InlineData(RequestStatus.Suspended, 0, 5, 0)]
    [InlineData(RequestStatus.Failed, 0, 0, 5)]
    [InlineData(RequestStatus.InProgress, 0, 0, 0)]
    public void Time_counts_for_the_status_that_it_was_spent_at(RequestStatus status, int queued, int suspended, int failed)
    {
        static TimeSpan Seconds(int count) => TimeSpan.FromSeconds(count);
        Assert.Equal(new RequestDurations(Seconds(queued), Seconds(suspended), Seconds(failed)), default(RequestDurations).With(status, Seconds(5)));
        Assert.Equal(default, default(RequestDurations).With(status, Seconds(-5)));
    }
}
