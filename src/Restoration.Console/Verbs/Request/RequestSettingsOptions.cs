using System.CommandLine;
using Restoration.Requests;

namespace Restoration.Console.Verbs.Request;

/// <summary>The options that say how a request is to be run; what is not given stays as it is.</summary>
internal sealed class RequestSettingsOptions
{
    private readonly Option<string?> _batchName = new("--batch-name") { Description = "A label that several requests may share; '' for none.", HelpName = "NAME" };

    private readonly Option<RequestPriority?> _priority = new Option<RequestPriority?>("--priority")
    {
        Description = $"Which of the waiting requests is run first: {string.Join(", ", Enum.GetNames<RequestPriority>())}.",
        HelpName = "PRIORITY",
    }.Named();

    private readonly Option<string?> _badItemLimit = new("--bad-item-limit") { Description = "How many items may be bad: a number, or unlimited.", HelpName = "NUMBER" };
    private readonly Option<string?> _largeItemLimit = new("--large-item-limit") { Description = "How many items may be too large for the target.", HelpName = "NUMBER" };
    private readonly Option<bool> _acceptLargeDataLoss = new("--accept-large-data-loss") { Description = "Allows limits of 51 and more." };
    private readonly Option<string?> _ageLimit = new("--completed-request-age-limit") { Description = "How long a completed request is kept: days, dd.hh:mm:ss, or unlimited.", HelpName = "TIME" };
    private readonly Option<string?> _expiry = new("--request-expiry-interval") { Description = "How long a completed or failed request is kept.", HelpName = "TIME" };

    public RequestSettingsOptions(Command command)
    {
        foreach (Option option in new Option[] { _batchName, _priority, _badItemLimit, _largeItemLimit, _acceptLargeDataLoss, _ageLimit, _expiry })
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The settings with what was given.</summary>
    public RequestSettings Read(ParseResult parse, RequestSettings basis) => basis with
    {
        BatchName = parse.GetValue(_batchName) is { } batch ? (batch.Length > 0 ? batch : null) : basis.BatchName,
        Priority = parse.GetValue(_priority) ?? basis.Priority,
        BadItemLimit = parse.GetValue(_badItemLimit) is { } bad ? ItemLimit.Parse(bad) : basis.BadItemLimit,
        LargeItemLimit = parse.GetValue(_largeItemLimit) is { } large ? ItemLimit.Parse(large) : basis.LargeItemLimit,
        AcceptLargeDataLoss = parse.GetValue(_acceptLargeDataLoss) || basis.AcceptLargeDataLoss,
        CompletedRequestAgeLimit = parse.GetValue(_ageLimit) is { } age ? AgeLimit.Parse(age) : basis.CompletedRequestAgeLimit,
        RequestExpiryInterval = parse.GetValue(_expiry) is { } expiry ? AgeLimit.Parse(expiry) : basis.RequestExpiryInterval,
    };
}
