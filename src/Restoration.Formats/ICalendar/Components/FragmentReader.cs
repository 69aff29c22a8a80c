using Restoration.Failures;
using Restoration.Formats.ICalendar.Lexing;
using Restoration.Formats.ICalendar.Reading;
using Restoration.Sources;

namespace Restoration.Formats.ICalendar.Components;

/// <summary>Reads the contents of items again: time zones and one component. The buffers are used again for the next.</summary>
internal sealed class FragmentReader : IDisposable
{
    private static readonly ReadLimits Unlimited = new()
    {
        LineLength = int.MaxValue,
        ItemSize = int.MaxValue,
        Properties = int.MaxValue,
        Nesting = int.MaxValue,
    };

    private readonly InputBuffer _input = new();
    private readonly FindingLog _findings = new(null);
    private readonly ComponentReader _components;

    /// <summary>Makes an empty one.</summary>
    public FragmentReader() => _components = new ComponentReader(_input, Unlimited, _findings, isFragment: true);

    /// <summary>Whether nothing follows the component that was read last.</summary>
    public bool IsAtEnd => _input.Unread.Trim("\r\n"u8).IsEmpty;

    /// <summary>Begins with a content.</summary>
    public void Open(ReadOnlyMemory<byte> content) => _input.Lay(content);

    /// <summary>The next component; null after the last. It is overwritten by the next call.</summary>
    /// <exception cref="RestorationException"><see cref="FailureCode.InvalidData"/>: the content is cut off.</exception>
    public Component? Next()
    {
        ComponentStatus status;
        do
        {
            status = _components.Read();
        }
        while (status == ComponentStatus.CalendarProperty);

        while (_findings.TryTake(out Finding? finding))
        {
            if (finding.Severity == Severity.Error)
            {
                throw new RestorationException(FailureCode.InvalidData, $"The content of an item is damaged: {finding.Message}", finding.Item);
            }
        }

        return status == ComponentStatus.Component ? _components.Current : null;
    }

    /// <inheritdoc/>
    public void Dispose() => _components.Dispose();
}
