using Restoration.Formats.ICalendar.Reading;
using Restoration.Sources;

namespace Restoration.Formats.ICalendar.Components;

/// <summary>Follows the BEGINs and ENDs of a file and puts them right where they do not fit.</summary>
internal sealed class ComponentStructure
{
    private readonly Component _component;
    private readonly ReadLimits _limits;
    private readonly StructureFindings _findings;
    private readonly OpenComponents _open;
    private byte[]? _pendingBegin;
    private SkippedComponent? _skipped;

    /// <summary>Begins outside of everything.</summary>
    /// <param name="component">What is gathered.</param>
    /// <param name="limits">What no component may exceed.</param>
    /// <param name="findings">Where what does not fit is reported.</param>
    public ComponentStructure(Component component, ReadLimits limits, FindingLog findings)
    {
        _component = component;
        _limits = limits;
        _findings = new StructureFindings(findings);
        _open = new OpenComponents(component);
    }

    /// <summary>Whether components stand alone, as in the content of an item.</summary>
    public bool IsFragment { get; init; }

    /// <summary>How many calendars began so far.</summary>
    public int CalendarCount { get; private set; }

    /// <summary>Whether a calendar or a component of one was found.</summary>
    public bool HasCalendar { get; private set; }

    /// <summary>How many components are open, one in the other; the calendar does not count.</summary>
    public int Depth => _open.Count;

    /// <summary>Whether a component is being left out.</summary>
    public bool IsSkipping => _skipped is not null;

    /// <summary>Whether what comes belongs to a calendar.</summary>
    public bool IsInside => IsInCalendar || Depth > 0;

    /// <summary>Whether a calendar is open, and no component in it.</summary>
    public bool IsBetweenComponents => IsInCalendar && Depth == 0 && !IsSkipping && _pendingBegin is null;

    private bool IsInCalendar { get; set; }

    /// <summary>Goes on with a BEGIN that ended the component before it.</summary>
    public void Resume(long line)
    {
        if (_pendingBegin is { } name)
        {
            _pendingBegin = null;
            Open(name, line);
        }
    }

    /// <summary>Takes a BEGIN, which is the component's pending line.</summary>
    /// <returns>Whether a component is whole, because it has lost its END.</returns>
    public bool Begin(ReadOnlySpan<byte> name, long line)
    {
        if (_skipped?.EndsBefore(name) == false)
        {
            _component.Clear();
            return false;
        }

        _skipped = null;
        if (Depth > 0 && ComponentNames.CannotNest(name, _component.Name))
        {
            _pendingBegin = name.ToArray();
            _findings.WarnOfMissingEnd(_open.InnermostLine, line);
            _open.CloseDownTo(0, line);
            return true;
        }

        Open(name, line);
        return false;
    }

    /// <summary>Takes an END, which is the component's pending line.</summary>
    /// <returns>Whether a component is whole.</returns>
    public bool End(ReadOnlySpan<byte> name, long line)
    {
        bool isCalendar = ComponentNames.IsCalendar(name);
        int depth = _open.Find(name);
        bool isComponent = !IsSkipping && Depth > 0 && (isCalendar || depth >= 0);
        if (isComponent)
        {
            if (depth != Depth - 1)
            {
                _findings.WarnOfMissingEnd(_open.InnermostLine, line);
            }

            _open.CloseDownTo(Math.Max(depth, 0), line);
        }
        else
        {
            if (_skipped?.EndsWith(name) == true)
            {
                _skipped = null;
            }
            else if (!IsSkipping && !(isCalendar && IsInCalendar))
            {
                WarnOfSurplusEnd(line);
            }

            _component.BeginLine();
        }

        IsInCalendar &= !isCalendar;
        return isComponent && Depth == 0;
    }

    /// <summary>Takes the end of the file.</summary>
    public void EndFile(long line)
    {
        if (Depth > 0)
        {
            _findings.FailCutOff(_component);
        }
        else if (IsInCalendar)
        {
            _findings.WarnOfUnfinishedCalendar(line);
        }

        _open.Clear();
        IsInCalendar = false;
        _component.Clear();
    }

    /// <summary>Leaves a line out that belongs to no calendar.</summary>
    public void LeaveOutGarbage(long line)
    {
        _component.Clear();
        _findings.WarnOfGarbage(line);
    }

    /// <summary>Leaves the component out, or the property of the calendar.</summary>
    /// <param name="reason">The limit that it passes.</param>
    /// <param name="line">The line that it passes it in.</param>
    public void LeaveOut(string reason, long line)
    {
        if (Depth > 0)
        {
            _findings.FailLimit(reason, _component, line);
            _skipped = new SkippedComponent(_component.Name.ToArray(), _open.CountLikeOutermost());
            _open.Clear();
        }
        else
        {
            _findings.FailLimit(reason, line);
        }

        _component.Clear();
    }

    private void Open(ReadOnlySpan<byte> name, long line)
    {
        if (ComponentNames.IsCalendar(name))
        {
            OpenCalendar(line);
        }
        else if (!IsInside && !IsFragment && !ComponentNames.NeverNests(name))
        {
            LeaveOutGarbage(line);
        }
        else if (Depth == _limits.Nesting)
        {
            LeaveOut($"Components are nested more than {_limits.Nesting} deep", line);
        }
        else
        {
            if (!IsInside && !IsFragment)
            {
                _findings.WarnOfMissingCalendar(line);
            }

            HasCalendar = true;
            _open.Open(name, line);
        }
    }

    private void OpenCalendar(long line)
    {
        if (IsInCalendar)
        {
            _findings.WarnOfMissingCalendarEnd(line);
        }

        CalendarCount++;
        HasCalendar = IsInCalendar = true;
        _component.Clear();
    }

    private void WarnOfSurplusEnd(long line)
    {
        if (IsInside)
        {
            _findings.WarnOfSurplusEnd(line);
        }
        else
        {
            _findings.WarnOfGarbage(line);
        }
    }
}
