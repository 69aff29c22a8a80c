using System.Text;
using Restoration.Formats.ICalendar.Lexing;
using Restoration.Formats.ICalendar.Reading;
using Restoration.Formats.ICalendar.Values;
using Restoration.Sources;

namespace Restoration.Formats.ICalendar.Components;

/// <summary>
/// Reads a file component by component. One that passes a limit costs itself only; missing and wrong ENDs are put right.
/// </summary>
internal sealed class ComponentReader : IDisposable
{
    private readonly ReadLimits _limits;
    private readonly StructureFindings _findings;
    private readonly LineAssembler _lines;
    private readonly PropertyLineReader _properties;
    private readonly OpenComponents _open;
    private bool _isDelivered;
    private bool _isContinued;
    private bool _isInCalendar;
    private byte[]? _pendingBegin;
    private SkippedComponent? _skipped;

    /// <summary>Begins at the start of a file or fragment.</summary>
    public ComponentReader(InputBuffer input, ReadLimits limits, FindingLog findings)
    {
        _limits = limits;
        _findings = new StructureFindings(findings);
        _lines = new LineAssembler(input, limits.LineLength);
        _properties = new PropertyLineReader(findings);
        _open = new OpenComponents(Current);
    }

    /// <summary>What was read last; overwritten by the next call.</summary>
    public Component Current { get; } = new();

    /// <summary>Whether the file has anything but blank lines.</summary>
    public bool HasContent { get; private set; }

    /// <summary>Whether a calendar or a component of one was found.</summary>
    public bool HasCalendar { get; private set; }

    /// <summary>How many calendars began so far.</summary>
    public int CalendarCount { get; private set; }

    /// <summary>Whether components stand alone, as in the content of an item.</summary>
    public bool IsFragment { get; init; }

    /// <summary>Reads on.</summary>
    public ComponentStatus Read()
    {
        if (_isDelivered)
        {
            _isDelivered = false;
            Current.Clear();
            if (_pendingBegin is { } name)
            {
                _pendingBegin = null;
                Open(name);
            }
        }

        while (true)
        {
            switch (_lines.Read(Current, _isContinued))
            {
                case LineStatus.NeedsInput:
                    return ComponentStatus.NeedsInput;
                case LineStatus.EndOfInput:
                    return EndFile();
            }

            HasContent = true;
            if (ReadLine() is { } status)
            {
                _isDelivered = true;
                return status;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Current.Dispose();

    private ComponentStatus? ReadLine()
    {
        _properties.RepairCharacters(Current, _lines.LineNumber);
        Span<byte> line = Current.PendingLine;
        if (!_isContinued && IsMarker(line, "BEGIN:"u8))
        {
            return Begin(line["BEGIN:".Length..].Trim(" \t"u8));
        }

        if (!_isContinued && IsMarker(line, "END:"u8))
        {
            return End(line["END:".Length..].Trim(" \t"u8));
        }

        _isContinued = false;
        if (_skipped is not null)
        {
            Current.Clear();
        }
        else if (!_isInCalendar && _open.Count == 0)
        {
            LeaveOutGarbage();
        }
        else if (_lines.IsTooLong)
        {
            LeaveOutLine();
        }
        else
        {
            _isContinued = !_properties.Read(Current, _open.Count, _lines.LineNumber);
            if (_open.Count == 0)
            {
                return _isContinued || Current.LineCount == 0 ? null : ComponentStatus.CalendarProperty;
            }

            CheckSize();
        }

        return null;
    }

    private static bool IsMarker(Span<byte> line, ReadOnlySpan<byte> marker)
    {
        if (line.Length <= marker.Length || (line[0] & ~0x20) != marker[0] || !Ascii.EqualsIgnoreCase(line[..marker.Length], marker))
        {
            return false;
        }

        ControlCharacters.ReplaceSeparators(line);
        return line[marker.Length..].ContainsAnyExcept(" \t"u8);
    }

    private ComponentStatus? Begin(ReadOnlySpan<byte> name)
    {
        if (_skipped?.EndsBefore(name) == false)
        {
            Current.Clear();
            return null;
        }

        _skipped = null;
        if (_open.Count > 0 && ComponentNames.CannotNest(name, Current.Name))
        {
            _pendingBegin = name.ToArray();
            _findings.WarnOfMissingEnd(_open.InnermostLine, _lines.LineNumber);
            _open.CloseDownTo(0, _lines.LineNumber);
            return ComponentStatus.Component;
        }

        Open(name);
        return null;
    }

    private void Open(ReadOnlySpan<byte> name)
    {
        if (ComponentNames.IsCalendar(name))
        {
            OpenCalendar();
        }
        else if (!_isInCalendar && !IsFragment && _open.Count == 0 && !ComponentNames.NeverNests(name))
        {
            LeaveOutGarbage();
        }
        else if (_open.Count == _limits.Nesting)
        {
            LeaveOut($"Components are nested more than {_limits.Nesting} deep");
        }
        else
        {
            if (!_isInCalendar && !IsFragment)
            {
                _findings.WarnOfMissingCalendar(_lines.LineNumber);
            }

            HasCalendar = true;
            _open.Open(name, _lines.LineNumber);
            CheckSize();
        }
    }

    private void OpenCalendar()
    {
        if (_isInCalendar)
        {
            _findings.WarnOfMissingCalendarEnd(_lines.LineNumber);
        }

        CalendarCount++;
        HasCalendar = _isInCalendar = true;
        Current.Clear();
    }

    private ComponentStatus? End(ReadOnlySpan<byte> name)
    {
        bool isCalendar = ComponentNames.IsCalendar(name);
        int depth = _open.Find(name);
        if (_skipped is not null || (_open.Count == 0 && (!isCalendar || !_isInCalendar)) || (depth < 0 && !isCalendar))
        {
            if (_skipped is null)
            {
                LeaveOutEnd();
            }
            else if (_skipped.EndsWith(name))
            {
                _skipped = null;
            }

            Current.BeginLine();
            _isInCalendar &= !isCalendar;
            return null;
        }

        bool isComponent = _open.Count > 0;
        if (isComponent && depth != _open.Count - 1)
        {
            _findings.WarnOfMissingEnd(_open.InnermostLine, _lines.LineNumber);
        }

        _open.CloseDownTo(Math.Max(depth, 0), _lines.LineNumber);
        _isInCalendar &= !isCalendar;
        if (isCalendar && !isComponent)
        {
            Current.Clear();
        }

        return isComponent && _open.Count == 0 ? ComponentStatus.Component : null;
    }

    private void CheckSize()
    {
        if (Current.Bytes.Length > _limits.ItemSize)
        {
            LeaveOut($"The item is larger than {_limits.ItemSize} bytes");
        }
        else if (Current.LineCount > _limits.Properties)
        {
            LeaveOut($"The item has more than {_limits.Properties} properties");
        }
    }

    private void LeaveOutLine()
    {
        string reason = $"The line is longer than {_limits.LineLength} bytes";
        if (_open.Count > 0)
        {
            LeaveOut(reason);
            return;
        }

        _findings.FailLimit(reason, _lines.LineNumber);
        Current.Clear();
    }

    private void LeaveOut(string reason)
    {
        _findings.FailLimit(reason, Current, _lines.LineNumber);
        _skipped = new SkippedComponent(Current.Name.ToArray(), _open.CountLikeOutermost());
        _open.Clear();
        Current.Clear();
        _isContinued = false;
    }

    private void LeaveOutGarbage()
    {
        Current.Clear();
        _findings.WarnOfGarbage(_lines.LineNumber);
    }

    private void LeaveOutEnd()
    {
        if (_isInCalendar || _open.Count > 0)
        {
            _findings.WarnOfSurplusEnd(_lines.LineNumber);
        }
        else
        {
            LeaveOutGarbage();
        }
    }

    private ComponentStatus EndFile()
    {
        if (_open.Count > 0)
        {
            _findings.FailCutOff(Current);
        }
        else if (_isInCalendar)
        {
            _findings.WarnOfUnfinishedCalendar(_lines.LineNumber);
        }

        _open.Clear();
        _isInCalendar = false;
        Current.Clear();
        return ComponentStatus.EndOfInput;
    }
}
