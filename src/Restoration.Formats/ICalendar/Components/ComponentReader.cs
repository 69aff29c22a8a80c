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
    private readonly LineAssembler _lines;
    private readonly PropertyLineReader _properties;
    private readonly ComponentStructure _structure;
    private bool _isDelivered;
    private bool _isContinued;

    /// <summary>Begins at the start of a file, or of the content of an item, in which components stand alone.</summary>
    public ComponentReader(InputBuffer input, ReadLimits limits, FindingLog findings, bool isFragment = false)
    {
        _limits = limits;
        _lines = new LineAssembler(input, limits.LineLength);
        _properties = new PropertyLineReader(findings);
        _structure = new ComponentStructure(Current, limits, findings) { IsFragment = isFragment };
    }

    /// <summary>What was read last; overwritten by the next call.</summary>
    public Component Current { get; } = new();

    /// <summary>Whether the file has anything but blank lines.</summary>
    public bool HasContent { get; private set; }

    /// <summary>Whether a calendar or a component of one was found.</summary>
    public bool HasCalendar => _structure.HasCalendar;

    /// <summary>How many calendars began so far.</summary>
    public int CalendarCount => _structure.CalendarCount;

    /// <summary>How many lines of the file were read.</summary>
    public long LinesRead => _lines.NextLineNumber - 1;

    /// <summary>Whether what was read so far ends between two components of a calendar, so that others may be read by themselves.</summary>
    public bool IsBetweenComponents => _isDelivered && _structure.IsBetweenComponents;

    /// <summary>Counts lines of whole components that somebody else has read.</summary>
    public void Pass(long lines) => _lines.Pass(lines);

    /// <summary>Reads on.</summary>
    public ComponentStatus Read()
    {
        if (_isDelivered)
        {
            _isDelivered = false;
            Current.Clear();
            _structure.Resume(_lines.LineNumber);
        }

        while (true)
        {
            switch (_lines.Read(Current, _isContinued))
            {
                case LineStatus.NeedsInput:
                    return ComponentStatus.NeedsInput;
                case LineStatus.EndOfInput:
                    _structure.EndFile(_lines.LineNumber);
                    return ComponentStatus.EndOfInput;
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
        long number = _lines.LineNumber;
        if (_isContinued && GoesOn())
        {
            return null;
        }

        _properties.RepairCharacters(Current, number, _lines.IsPlain);
        Span<byte> line = Current.PendingLine;
        if (!_isContinued && IsMarker(line, "BEGIN:"u8))
        {
            if (_structure.Begin(line["BEGIN:".Length..].Trim(" \t"u8), number))
            {
                return ComponentStatus.Component;
            }

            CheckSize(number);
            return null;
        }

        if (!_isContinued && IsMarker(line, "END:"u8))
        {
            return _structure.End(line["END:".Length..].Trim(" \t"u8), number) ? ComponentStatus.Component : null;
        }

        _isContinued = false;
        if (_structure.IsSkipping)
        {
            Current.Clear();
        }
        else if (!_structure.IsInside)
        {
            _structure.LeaveOutGarbage(number);
        }
        else if (_lines.IsTooLong)
        {
            _structure.LeaveOut($"The line is longer than {_limits.LineLength} bytes", number);
        }
        else
        {
            _isContinued = !_properties.Read(Current, _structure.Depth, number, mayContinue: !_lines.IsFollowedByBlankLine);
            CheckSize(number);
            return _structure.Depth == 0 && !_isContinued && Current.LineCount > 0 ? ComponentStatus.CalendarProperty : null;
        }

        return null;
    }

    // A soft line break after a soft line break: looked at from its end only, or a long text would be read over and over.
    private bool GoesOn()
    {
        if (_lines.IsTooLong || Current.PendingLine is not [.., (byte)'='])
        {
            return false;
        }

        Current.Shorten(1);
        return !_lines.IsFollowedByBlankLine;
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

    private void CheckSize(long number)
    {
        string? reason = Current.Bytes.Length > _limits.ItemSize ? $"The item is larger than {_limits.ItemSize} bytes"
            : Current.LineCount > _limits.Properties ? $"The item has more than {_limits.Properties} properties"
            : null;
        if (reason is not null)
        {
            _structure.LeaveOut(reason, number);
            _isContinued = false;
        }
    }
}
