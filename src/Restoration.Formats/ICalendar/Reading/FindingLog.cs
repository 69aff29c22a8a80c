using System.Diagnostics.CodeAnalysis;
using Restoration.Failures;

namespace Restoration.Formats.ICalendar.Reading;

/// <summary>The findings of one file that were not handed on yet.</summary>
internal sealed class FindingLog(string? file)
{
    private readonly List<Finding> _findings = [];
    private int _taken;

    /// <summary>How many there are.</summary>
    public int Count => _findings.Count;

    /// <summary>Reports something that was repaired or read in a way that the writer may not have meant.</summary>
    public void Warn(string message, long line, string? rule = null, string? item = null)
        => Add(Severity.Warning, FailureCode.ParserError, message, line, rule, item);

    /// <summary>Reports something that could not be used.</summary>
    public void Fail(FailureCode code, string message, long line, string? rule = null, string? item = null)
        => Add(Severity.Error, code, message, line, rule, item);

    /// <summary>Takes the oldest finding.</summary>
    public bool TryTake([NotNullWhen(true)] out Finding? finding)
    {
        if (_taken < _findings.Count)
        {
            finding = _findings[_taken++];
            return true;
        }

        Forget(0);
        finding = null;
        return false;
    }

    /// <summary>Drops all but the first so many.</summary>
    public void Forget(int count)
    {
        _findings.RemoveRange(count, _findings.Count - count);
        _taken = 0;
    }

    private void Add(Severity severity, FailureCode code, string message, long line, string? rule, string? item)
        => _findings.Add(new Finding(severity, code, message) { File = file, Line = line > 0 ? line : null, Rule = rule, Item = item });
}
