using System.Management.Automation;
using Restoration.Items;
using Restoration.Policies;
using Restoration.PowerShell.Parameters;
using Restoration.Requests;

namespace Restoration.PowerShell;

/// <summary>The base of cmdlets that restore by a policy: which items, and what counts as the same. Everything that is given has to fit.</summary>
public abstract class PolicyCmdlet : RestoreCmdlet
{
    /// <summary>How much alike items have to be to count as the same.</summary>
    [Parameter]
    public DuplicateDetection DuplicateDetection { get; set; } = DuplicateDetection.Exact;

    /// <summary>Only what overlaps this day, or later: a date, a time, or words such as 'last 7 days'.</summary>
    [Parameter, DateTransformation, ValidateNotNullOrEmpty]
    public string? StartDate { get; set; }

    /// <summary>Only what overlaps this day, or earlier.</summary>
    [Parameter, DateTransformation, ValidateNotNullOrEmpty]
    public string? EndDate { get; set; }

    /// <summary>What dates without an offset mean, here and in files.</summary>
    [Parameter, ValidateNotNullOrEmpty, ArgumentCompleter(typeof(TimeZoneCompleter))]
    public string? TimeZone { get; set; }

    /// <summary>The language that dates such as 03/04/2026 are written in, in files.</summary>
    [Parameter, ValidateNotNullOrEmpty, ArgumentCompleter(typeof(CultureCompleter))]
    public string? Culture { get; set; }

    /// <summary>Only subjects that hold this text, fit a pattern with * and ?, or fit regex:EXPRESSION.</summary>
    [Parameter, SupportsWildcards, ValidateNotNullOrEmpty]
    public string[]? Subject { get; set; }

    /// <summary>No subjects that hold this text or fit.</summary>
    [Parameter, SupportsWildcards, ValidateNotNullOrEmpty]
    public string[]? ExcludeSubject { get; set; }

    /// <summary>Only appointments with a category that fits.</summary>
    [Parameter, SupportsWildcards, ValidateNotNullOrEmpty]
    public string[]? Category { get; set; }

    /// <summary>No appointments with a category that fits.</summary>
    [Parameter, SupportsWildcards, ValidateNotNullOrEmpty]
    public string[]? ExcludeCategory { get; set; }

    /// <summary>Only meetings whose organizer's name or address fits.</summary>
    [Parameter, SupportsWildcards, ValidateNotNullOrEmpty]
    public string[]? Organizer { get; set; }

    /// <summary>Only meetings with an attendee whose name or address fits.</summary>
    [Parameter, SupportsWildcards, ValidateNotNullOrEmpty]
    public string[]? Attendee { get; set; }

    /// <summary>Only appointments of these sensitivities.</summary>
    [Parameter]
    public Sensitivity[]? Sensitivity { get; set; }

    /// <summary>Only items of these kinds.</summary>
    [Parameter]
    public ItemKind[]? ItemKind { get; set; }

    /// <summary>Only what the destination is missing, or only what it has in another version.</summary>
    [Parameter]
    public ItemStates Only { get; set; } = ItemStates.Any;

    /// <summary>At most this many items.</summary>
    [Parameter, ValidateRange(1, int.MaxValue)]
    public int Limit { get; set; }

    /// <summary>Which items come under the limit first.</summary>
    [Parameter]
    public ItemOrder OrderBy { get; set; } = ItemOrder.Source;

    /// <summary>What was asked for; what was not given is as it is in <paramref name="basis"/>.</summary>
    private protected RestoreSettings ReadSettings(DateRange dates, RestoreSettings basis) => basis with
    {
        Destination = Destination is null ? basis.Destination : Place,
        ConflictResolution = Given(nameof(ConflictResolutionOption), ConflictResolutionOption, basis.ConflictResolution),
        Duplicates = Given(nameof(DuplicateDetection), DuplicateDetection, basis.Duplicates),
        Filter = basis.Filter with
        {
            Window = dates.Parse(StartDate, EndDate, TimeZone ?? basis.TimeZone) ?? basis.Filter.Window,
            Subjects = Subject?.Select(TextPattern.Loosen).ToArray() ?? basis.Filter.Subjects,
            ExcludedSubjects = ExcludeSubject?.Select(TextPattern.Loosen).ToArray() ?? basis.Filter.ExcludedSubjects,
            Categories = Category ?? basis.Filter.Categories,
            ExcludedCategories = ExcludeCategory ?? basis.Filter.ExcludedCategories,
            Organizers = Organizer ?? basis.Filter.Organizers,
            Attendees = Attendee ?? basis.Filter.Attendees,
            Sensitivities = Sensitivity ?? basis.Filter.Sensitivities,
            Kinds = ItemKind ?? basis.Filter.Kinds,
        },
        Only = Given(nameof(Only), Only, basis.Only),
        Limit = Given(nameof(Limit), Limit, basis.Limit),
        Order = Given(nameof(OrderBy), OrderBy, basis.Order),
        Format = Format ?? basis.Format,
        Force = Given(nameof(Force), Force.IsPresent, basis.Force),
        TimeZone = TimeZone ?? basis.TimeZone,
        Culture = Culture ?? basis.Culture,
        Name = RequestName ?? basis.Name,
    };

    private T Given<T>(string parameter, T given, T otherwise) => MyInvocation.BoundParameters.ContainsKey(parameter) ? given : otherwise;
}
