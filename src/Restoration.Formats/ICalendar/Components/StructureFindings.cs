using System.Text;
using Restoration.Failures;
using Restoration.Formats.ICalendar.Reading;

namespace Restoration.Formats.ICalendar.Components;

/// <summary>What there is to say about the BEGINs and ENDs of a file.</summary>
internal sealed class StructureFindings(FindingLog findings)
{
    private const string Rule = "RFC 5545 §3.4, §3.6";

    private bool _isGarbageReported;
    private bool _isBareReported;

    /// <summary>Lines that stand outside every calendar; said once.</summary>
    public void WarnOfGarbage(long line)
    {
        if (!_isGarbageReported)
        {
            _isGarbageReported = true;
            findings.Warn("The line belongs to no calendar; such lines were left out.", line, Rule);
        }
    }

    /// <summary>A component that stands outside every calendar; said once.</summary>
    public void WarnOfMissingCalendar(long line)
    {
        if (!_isBareReported)
        {
            _isBareReported = true;
            findings.Warn("BEGIN:VCALENDAR is missing before this line.", line, Rule);
        }
    }

    /// <summary>A calendar that begins inside another.</summary>
    public void WarnOfMissingCalendarEnd(long line) => findings.Warn("END:VCALENDAR is missing before this line.", line, Rule);

    /// <summary>A component that is over without an END.</summary>
    public void WarnOfMissingEnd(long begin, long line)
        => findings.Warn($"END of the component that begins at line {begin} is missing before this line.", line, Rule);

    /// <summary>An END too many.</summary>
    public void WarnOfSurplusEnd(long line) => findings.Warn("END has no BEGIN; the line was left out.", line, Rule);

    /// <summary>A calendar that is over with the file.</summary>
    public void WarnOfUnfinishedCalendar(long line)
        => findings.Warn("The file ends before END:VCALENDAR; there may have been more.", line, Rule);

    /// <summary>A component that the file ends in.</summary>
    public void FailCutOff(Component component)
    {
        string name = ComponentNames.IsEvent(component.Name) ? "an event" : "a " + Encoding.UTF8.GetString(component.Name);
        findings.Fail(
            FailureCode.ParserError,
            $"The file ends inside {name} that begins at line {component.LineNumber}; it was left out.",
            component.LineNumber,
            Rule,
            component.FindUid());
    }

    /// <summary>A component that passes a limit.</summary>
    public void FailLimit(string reason, Component component, long line) => findings.Fail(
        FailureCode.LimitExceeded,
        $"{reason}; the {Encoding.UTF8.GetString(component.Name)} that begins at line {component.LineNumber} was left out.",
        line,
        item: component.FindUid());

    /// <summary>A property of the calendar that passes a limit.</summary>
    public void FailLimit(string reason, long line) => findings.Fail(FailureCode.LimitExceeded, $"{reason}; it was left out.", line);
}
