using System.Text;
using Restoration.Failures;
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
    private const string Structure = "RFC 5545 §3.4, §3.6";

    private readonly ReadLimits _limits;
    private readonly FindingLog _findings;
    private readonly LineAssembler _lines;
    private readonly PropertyLineReader _properties;
    private readonly OpenComponents _open;
    private bool _isDelivered;
    private bool _isContinued;
    private bool _isInCalendar;
    private bool _isBareReported;
    private bool _isGarbageReported;
    private byte[]? _pendingBegin;
    private SkippedComponent? _skipped;

    /// <summary>Begins at the start of a file or fragment.</summary>
    public ComponentReader(InputBuffer input, ReadLimits limits, FindingLog findings)
    {
        _limits = limits;
        _findings = findings;
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
            WarnOfMissingEnd();
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
            WarnOfMissingCalendar();
            HasCalendar = true;
            _open.Open(name, _lines.LineNumber);
            CheckSize();
        }
    }

    private void OpenCalendar()
    {
        if (_isInCalendar)
        {
            _findings.Warn("END:VCALENDAR is missing before this line.", _lines.LineNumber, Structure);
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
            WarnOfMissingEnd();
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
        string message = $"The line is longer than {_limits.LineLength} bytes";
        if (_open.Count > 0)
        {
            LeaveOut(message);
            return;
        }

        _findings.Fail(FailureCode.LimitExceeded, message + "; it was left out.", _lines.LineNumber);
        Current.Clear();
    }

    private void LeaveOut(string reason)
    {
        string name = Encoding.UTF8.GetString(Current.Name);
        _findings.Fail(
            FailureCode.LimitExceeded,
            $"{reason}; the {name} that begins at line {Current.LineNumber} was left out.",
            _lines.LineNumber,
            item: Current.FindUid());
        _skipped = new SkippedComponent(Current.Name.ToArray(), _open.CountLikeOutermost());
        _open.Clear();
        Current.Clear();
        _isContinued = false;
    }

    private void LeaveOutGarbage()
    {
        Current.Clear();
        if (!_isGarbageReported)
        {
            _isGarbageReported = true;
            _findings.Warn("The line belongs to no calendar; such lines were left out.", _lines.LineNumber, Structure);
        }
    }

    private void LeaveOutEnd()
    {
        if (_isInCalendar || _open.Count > 0)
        {
            _findings.Warn("END has no BEGIN; the line was left out.", _lines.LineNumber, Structure);
        }
        else
        {
            LeaveOutGarbage();
        }
    }

    private void WarnOfMissingEnd() => _findings.Warn(
        $"END of the component that begins at line {_open.InnermostLine} is missing before this line.", _lines.LineNumber, Structure);

    private void WarnOfMissingCalendar()
    {
        if (!_isInCalendar && !IsFragment && !_isBareReported)
        {
            _isBareReported = true;
            _findings.Warn("BEGIN:VCALENDAR is missing before this line.", _lines.LineNumber, Structure);
        }
    }

    private ComponentStatus EndFile()
    {
        if (_open.Count > 0)
        {
            string name = ComponentNames.IsEvent(Current.Name) ? "an event" : "a " + Encoding.UTF8.GetString(Current.Name);
            _findings.Fail(
                FailureCode.ParserError,
                $"The file ends inside {name} that begins at line {Current.LineNumber}; it was left out.",
                Current.LineNumber,
                Structure,
                Current.FindUid());
        }
        else if (_isInCalendar)
        {
            _findings.Warn("The file ends before END:VCALENDAR; there may have been more.", _lines.LineNumber, Structure);
        }

        _open.Clear();
        _isInCalendar = false;
        Current.Clear();
        return ComponentStatus.EndOfInput;
    }
}
