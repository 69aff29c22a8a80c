using Restoration.Policies;
using Restoration.Requests;

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
    public void What_was_never_written_is_as_it_begins() => Assert.True(RequestOptions.Parse(null).IncludeMetadata);
}
