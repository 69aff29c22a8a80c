using System.Management.Automation;
using Restoration.Auditing;
using Restoration.Policies;
using Restoration.PowerShell.Parameters;

namespace Restoration.PowerShell;

/// <summary>The base of cmdlets that are about some entries of the audit trail. Everything that is given has to fit.</summary>
public abstract class AuditLogFilterCmdlet : AsyncCmdlet
{
    /// <summary>From this day or moment on: a date, a time, or words such as 'yesterday'.</summary>
    [Parameter, DateTransformation, ValidateNotNullOrEmpty]
    public string? After { get; set; }

    /// <summary>Until this day or moment.</summary>
    [Parameter, DateTransformation, ValidateNotNullOrEmpty]
    public string? Before { get; set; }

    /// <summary>What dates without an offset mean.</summary>
    [Parameter, ValidateNotNullOrEmpty, ArgumentCompleter(typeof(TimeZoneCompleter))]
    public string? TimeZone { get; set; }

    /// <summary>Only what this restore request did.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Alias("RequestGuid"), ValidateNotNull]
    public Guid? RequestId { get; set; }

    /// <summary>Only operations that fit.</summary>
    [Parameter, SupportsWildcards, ValidateNotNullOrEmpty]
    public string[]? Operation { get; set; }

    /// <summary>Only what these users did.</summary>
    [Parameter, SupportsWildcards, ValidateNotNullOrEmpty]
    public string[]? Actor { get; set; }

    /// <summary>The filter that was asked for.</summary>
    private protected AuditFilter ReadFilter(DateRange dates)
    {
        DateWindow? window = dates.Parse(After, Before, TimeZone);
        return new AuditFilter
        {
            After = window?.From,
            Before = window?.To,
            RequestId = RequestId,
            Operations = Operation ?? [],
            Actors = Actor ?? [],
        };
    }
}
