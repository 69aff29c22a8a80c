using System.Globalization;
using Restoration.Failures;
using Restoration.Formats.ICalendar.Components;
using Restoration.Formats.ICalendar.Values;
using Restoration.Items;
using Restoration.Sources;

namespace Restoration.Formats.ICalendar.Writing;

/// <summary>Writes one calendar, item by item, strictly by RFC 5545; a time zone comes before the first item that uses it.</summary>
internal sealed class ICalendarWriter : IItemWriter
{
    private static readonly Dictionary<string, string> NothingRenamed = [];

    private readonly Stream _stream;
    private readonly OutputBuffer _output = new();
    private readonly LineWriter _lines;
    private readonly ItemLineWriter _items;
    private readonly ZoneTable _zones;
    private readonly FragmentReader _fragments = new();
    private readonly FragmentReader _definitionReader = new();
    private readonly List<byte[]> _definitions = [];
    private readonly Dictionary<string, string> _renamed = new(StringComparer.Ordinal);

    /// <summary>Begins a calendar.</summary>
    public ICalendarWriter(Stream stream, CalendarInfo info, WriteOptions options)
    {
        _stream = stream;
        _lines = new LineWriter(_output);
        _zones = new ZoneTable(new TimeZoneWriter(_lines));
        string stamp = "DTSTAMP:" + options.WrittenAt.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        _items = new ItemLineWriter(_lines, options.IncludeMetadata, stamp);
        new HeaderWriter(_lines, options.IncludeMetadata).Write(info);
    }

    /// <inheritdoc/>
    public async ValueTask WriteAsync(Item item, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(item);
        Write(item);
        if (_output.IsFull)
        {
            await _output.FlushAsync(_stream, cancellation).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public async ValueTask CompleteAsync(CancellationToken cancellation)
    {
        _lines.Write("END:VCALENDAR"u8);
        await _output.FlushAsync(_stream, cancellation).ConfigureAwait(false);
        await _stream.FlushAsync(cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _fragments.Dispose();
        _definitionReader.Dispose();
        _output.Dispose();
        return ValueTask.CompletedTask;
    }

    private void Write(Item item)
    {
        if (item.Content.IsEmpty)
        {
            throw new RestorationException(FailureCode.InvalidArgument, $"The content of '{item.Subject}' is not loaded and cannot be written.", item.Key.Uid);
        }

        _definitions.Clear();
        _fragments.Open(item.Content);
        while (_fragments.Next() is { } component)
        {
            if (ComponentNames.IsTimeZone(component.Name))
            {
                _definitions.Add(component.Bytes.ToArray());
            }
            else
            {
                RequireZones(component, item);
                _items.Write(component, _renamed.Count == 0 ? NothingRenamed : _renamed);
            }
        }
    }

    private void RequireZones(Component component, Item item)
    {
        _renamed.Clear();
        foreach (ref readonly ContentLine line in component.Lines)
        {
            if (!line.HasParameters || PropertyDefinition.Of(line.Property).Kind is ValueKind.Address or ValueKind.Text)
            {
                continue;
            }

            ReadOnlySpan<byte> raw = ParameterReader.Find(component.Parameters(in line), "TZID"u8);
            if (raw.Trim((byte)' ').IsEmpty || _zones.IsKnown(raw) || StrictValue.DropsZone(component, in line))
            {
                continue;
            }

            string name = ParameterText.Decode(raw);
            string written = _zones.Require(raw, FindDefinition(name), item.Start?.Local ?? DateTime.UnixEpoch);
            if (written != name.Trim())
            {
                _renamed[name] = written;
            }
        }
    }

    private Component? FindDefinition(string name)
    {
        foreach (byte[] definition in _definitions)
        {
            _definitionReader.Open(definition);
            if (_definitionReader.Next() is { } component && Zones.ZoneDefinition.ReadName(component) == name.Trim())
            {
                return component;
            }
        }

        return null;
    }
}
