using Restoration.Formats.ICalendar.Components;
using Restoration.Formats.ICalendar.Lexing;
using Restoration.Formats.ICalendar.Reading;
using Restoration.Sources;

namespace Restoration.Formats.ICalendar.Zones;

/// <summary>
/// Looks for the time zones of a file that stand behind the events that use them: RFC 5545 asks for no order. That is done once,
/// when the first zone turns up that nobody knows, and only where the stream can go back.
/// </summary>
internal sealed class ZoneLookAhead(Stream stream, ReadLimits limits)
{
    private readonly long _start = stream.CanSeek ? stream.Position : 0;

    /// <summary>Whether it makes sense to look.</summary>
    public bool IsPossible { get; private set; } = stream.CanSeek;

    /// <summary>Takes up the zones of the whole file that were not met yet; the stream stays where it is.</summary>
    /// <returns>Whether there were any.</returns>
    public async ValueTask<bool> FindAsync(ZoneScope zones, CancellationToken cancellation)
    {
        IsPossible = false;
        int known = zones.Defined.Count;
        long here = stream.Position;
        stream.Position = _start;
        using InputBuffer input = new(stream);
        FindingLog findings = new(null);
        using ComponentReader components = new(input, limits, findings);
        ComponentStatus status;
        while ((status = components.Read()) != ComponentStatus.EndOfInput)
        {
            if (status == ComponentStatus.NeedsInput)
            {
                await input.FillAsync(cancellation).ConfigureAwait(false);
            }
            else if (status == ComponentStatus.Component && ComponentNames.IsTimeZone(components.Current.Name))
            {
                zones.Define(components.Current, findings, replaces: false);
            }

            // Whatever is wrong is said when it is read for good.
            findings.Forget(0);
        }

        stream.Position = here;
        return zones.Defined.Count > known;
    }
}
