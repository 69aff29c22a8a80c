namespace Restoration.Items;

/// <summary>A reminder (RFC 5545 §3.6.6).</summary>
public sealed record Alarm
{
    /// <summary>ACTION as written, such as DISPLAY.</summary>
    public string Action { get; init; } = "DISPLAY";

    /// <summary>TRIGGER as written, such as <c>-PT15M</c>.</summary>
    public string Trigger { get; init; } = "";

    /// <summary>How long before the start it fires, if the trigger is a duration; negative for after.</summary>
    public TimeSpan? BeforeStart { get; init; }

    /// <summary>What it says.</summary>
    public string? Description { get; init; }

    /// <summary>
    /// Every other property as it was written, such as ATTENDEE, DURATION or REPEAT; also those above that have parameters, such as
    /// <c>TRIGGER;RELATED=END</c>.
    /// </summary>
    public IReadOnlyList<CalendarProperty> OtherProperties { get; init; } = [];
}
