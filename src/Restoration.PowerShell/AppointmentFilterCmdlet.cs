using System.Management.Automation;
using Restoration.Policies;
using Restoration.PowerShell.Parameters;

namespace Restoration.PowerShell;

/// <summary>The base of cmdlets that are about some of the appointments of a calendar. Everything that is given has to fit.</summary>
public abstract class AppointmentFilterCmdlet : RequestCmdlet
{
    /// <summary>Only what overlaps this day, or later: a date, a time, or words such as 'last 7 days'.</summary>
    [Parameter, DateTransformation, ValidateNotNullOrEmpty]
    public string? StartDate { get; set; }

    /// <summary>Only what overlaps this day, or earlier.</summary>
    [Parameter, DateTransformation, ValidateNotNullOrEmpty]
    public string? EndDate { get; set; }

    /// <summary>What dates without an offset mean.</summary>
    [Parameter, ValidateNotNullOrEmpty, ArgumentCompleter(typeof(TimeZoneCompleter))]
    public string? TimeZone { get; set; }

    /// <summary>Only subjects that fit.</summary>
    [Parameter, SupportsWildcards, ValidateNotNullOrEmpty]
    public string[]? Subject { get; set; }

    /// <summary>Only appointments with a category that fits.</summary>
    [Parameter, SupportsWildcards, ValidateNotNullOrEmpty]
    public string[]? Category { get; set; }

    /// <summary>Only these UIDs; a series with its overrides has one.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), SupportsWildcards, ValidateNotNullOrEmpty]
    public string[]? Uid { get; set; }

    /// <summary>The filter that was asked for.</summary>
    private protected ItemFilter ReadFilter(DateRange dates) => new()
    {
        Window = dates.Parse(StartDate, EndDate, TimeZone),
        Subjects = Subject ?? [],
        Categories = Category ?? [],
        Uids = Uid ?? [],
    };
}
