using System.Management.Automation;
using Restoration.Requests;

namespace Restoration.PowerShell;

/// <summary>The base of cmdlets that say how a mailbox restore is to be run. What is not said stays as it is.</summary>
public abstract class RequestSettingsCmdlet : RequestCmdlet
{
    /// <summary>A label that several requests may share; empty for none.</summary>
    [Parameter, AllowNull, AllowEmptyString]
    public string? BatchName { get; set; }

    /// <summary>Which of the waiting requests is run first.</summary>
    [Parameter]
    public RequestPriority Priority { get; set; } = RequestPriority.Normal;

    /// <summary>How many items may be bad or missing: a number, or Unlimited.</summary>
    [Parameter]
    public ItemLimit BadItemLimit { get; set; }

    /// <summary>How many items may be too large for the target: a number, or Unlimited.</summary>
    [Parameter]
    public ItemLimit LargeItemLimit { get; set; }

    /// <summary>Allows limits of 51 and more.</summary>
    [Parameter]
    public SwitchParameter AcceptLargeDataLoss { get; set; }

    /// <summary>How long a completed request is kept: days, dd.hh:mm:ss, or Unlimited.</summary>
    [Parameter]
    public AgeLimit CompletedRequestAgeLimit { get; set; }

    /// <summary>How long a completed or failed request is kept: days, dd.hh:mm:ss, or Unlimited.</summary>
    [Parameter]
    public AgeLimit RequestExpiryInterval { get; set; }

    /// <summary>The settings with what was said.</summary>
    private protected RequestSettings Apply(RequestSettings settings) => settings with
    {
        BatchName = Said(nameof(BatchName)) ? (string.IsNullOrEmpty(BatchName) ? null : BatchName) : settings.BatchName,
        Priority = Said(nameof(Priority)) ? Priority : settings.Priority,
        BadItemLimit = Said(nameof(BadItemLimit)) ? BadItemLimit : settings.BadItemLimit,
        LargeItemLimit = Said(nameof(LargeItemLimit)) ? LargeItemLimit : settings.LargeItemLimit,
        AcceptLargeDataLoss = Said(nameof(AcceptLargeDataLoss)) ? AcceptLargeDataLoss : settings.AcceptLargeDataLoss,
        CompletedRequestAgeLimit = Said(nameof(CompletedRequestAgeLimit)) ? CompletedRequestAgeLimit : settings.CompletedRequestAgeLimit,
        RequestExpiryInterval = Said(nameof(RequestExpiryInterval)) ? RequestExpiryInterval : settings.RequestExpiryInterval,
    };

    private protected bool Said(string parameter) => MyInvocation.BoundParameters.ContainsKey(parameter);
}
