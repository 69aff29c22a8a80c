using System.Runtime.CompilerServices;
using Restoration.Failures;
using Restoration.Formats.ICalendar.Components;
using Restoration.Formats.ICalendar.Items;
using Restoration.Formats.ICalendar.Lexing;
using Restoration.Formats.ICalendar.Zones;
using Restoration.Items;
using Restoration.Sources;

namespace Restoration.Formats.ICalendar.Reading;

/// <summary>
/// Reads the items of an iCalendar file, in their order; memory does not grow with the file. What is undamaged in a large file is read
/// on several processors.
/// </summary>
internal sealed class ICalendarReader : IItemReader
{
    private readonly ReadOptions _options;
    private readonly InputBuffer _input;
    private readonly FindingLog _findings;
    private readonly ComponentReader _components;
    private readonly CalendarInfoReader _info;
    private readonly ZoneScope _zones = new();
    private readonly ZoneLookAhead _lookAhead;
    private readonly ItemBuilder _builder;
    private readonly ChunkReader _chunks;
    private long _count;

    /// <summary>Opens a stream, which stays the caller's.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="options">How it is read.</param>
    /// <param name="processors">How many processors to read on.</param>
    /// <param name="chunkSize">How much each of them reads at once.</param>
    public ICalendarReader(Stream stream, ReadOptions options, int processors, int chunkSize = ChunkReader.UsualSize)
    {
        _options = options;
        _input = new InputBuffer(stream);
        _findings = new FindingLog(options.FileName);
        _components = new ComponentReader(_input, options.Limits, _findings);
        _info = new CalendarInfoReader(options.Limits, _findings);
        _lookAhead = new ZoneLookAhead(stream, options.Limits);
        _builder = new ItemBuilder(_zones, _findings);
        _chunks = new ChunkReader(options.Limits, processors, chunkSize);
    }

    /// <inheritdoc/>
    public CalendarInfo Info => _info.Info;

    /// <inheritdoc/>
    public async IAsyncEnumerable<ReadItem> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await FillAsync(cancellation).ConfigureAwait(false);
        BinaryContent.Refuse(_input.Unread, _options.FileName);
        while (true)
        {
            if (_components.IsBetweenComponents && _chunks.CanRead(_input))
            {
                foreach (DecodedChunk chunk in await _chunks.ReadAsync(_input, _zones).ConfigureAwait(false))
                {
                    cancellation.ThrowIfCancellationRequested();
                    if (!TryPass(chunk, out long line))
                    {
                        break;
                    }

                    foreach (ReadItem read in chunk.Items)
                    {
                        yield return read with { Line = line + read.Line };
                    }
                }
            }

            ComponentStatus status = _components.Read();
            long begin = _components.Current.LineNumber;
            int mark = _findings.Count;
            Item? item = Take(status);
            if (item is not null && _builder.HasUnknownZone && _lookAhead.IsPossible && await _lookAhead.FindAsync(_zones, cancellation).ConfigureAwait(false))
            {
                _findings.Forget(mark);
                item = _builder.Build(_components.Current);
            }

            while (_findings.TryTake(out Finding? finding))
            {
                yield return new ReadItem(null, finding) { Line = finding.Line ?? 0 };
            }

            if (item is not null)
            {
                yield return new ReadItem(item, null) { Line = begin };
            }

            if (status == ComponentStatus.NeedsInput)
            {
                await FillAsync(cancellation).ConfigureAwait(false);
            }
            else if (status == ComponentStatus.EndOfInput)
            {
                RequireCalendar();
                yield break;
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _components.Dispose();
        _input.Dispose();
        return ValueTask.CompletedTask;
    }

    private Item? Take(ComponentStatus status)
    {
        Component component = _components.Current;
        switch (status)
        {
            case ComponentStatus.CalendarProperty:
                _info.Read(component, _components.CalendarCount);
                return null;
            case ComponentStatus.Component when ComponentNames.IsTimeZone(component.Name):
                _zones.Define(component, _findings);
                return null;
            case ComponentStatus.Component:
                return Build(component);
            default:
                return null;
        }
    }

    // The item that passes the limit is read in its turn, which says so.
    private bool TryPass(DecodedChunk chunk, out long linesBefore)
    {
        linesBefore = _components.LinesRead;
        if (chunk.Items.Count > _options.Limits.Items - _count)
        {
            _chunks.Stop();
            return false;
        }

        _count += chunk.Items.Count;
        _input.Advance(chunk.Length);
        _components.Pass(chunk.Lines);
        return true;
    }

    private Item? Build(Component component)
    {
        if (++_count > _options.Limits.Items)
        {
            throw new RestorationException(
                FailureCode.LimitExceeded,
                $"'{_options.FileName}' has more than {_options.Limits.Items} items (line {component.LineNumber}). Split it, or raise the limit.",
                _options.FileName);
        }

        if (component.LineCount > 2)
        {
            return _builder.Build(component);
        }

        _findings.Fail(FailureCode.ParserError, "The component is empty; it was left out.", component.LineNumber, "RFC 5545 §3.6");
        return null;
    }

    private async ValueTask FillAsync(CancellationToken cancellation)
    {
        if (_chunks.IsUseful)
        {
            _input.Widen(_chunks.WindowSize);
        }

        try
        {
            await _input.FillAsync(cancellation).ConfigureAwait(false);
        }
        catch (InvalidDataException cause)
        {
            throw new RestorationException(
                FailureCode.InvalidData, $"The compressed file '{_options.FileName}' is damaged or cut off. Copy it again.", _options.FileName, cause);
        }
        catch (IOException cause)
        {
            throw new RestorationException(FailureCode.FileAccess, $"'{_options.FileName}' cannot be read: {cause.Message}", _options.FileName, cause);
        }
    }

    private void RequireCalendar()
    {
        if (!_components.HasContent)
        {
            throw new RestorationException(FailureCode.InvalidData, $"'{_options.FileName}' is empty.", _options.FileName);
        }

        if (!_components.HasCalendar)
        {
            throw new RestorationException(
                FailureCode.UnsupportedFormat,
                $"'{_options.FileName}' holds no calendar: no line says BEGIN:VCALENDAR. Export it again as iCalendar (.ics).",
                _options.FileName);
        }
    }
}
