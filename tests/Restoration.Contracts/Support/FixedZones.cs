using Restoration.Items;

namespace Restoration.Contracts.Support;

/// <summary>Three zones that never change their clocks.</summary>
public sealed class FixedZones : ITimeZoneCatalog
{
    private static readonly Dictionary<string, int> Offsets = new(StringComparer.OrdinalIgnoreCase) { ["UTC"] = 0, ["Europe/Berlin"] = 1, ["America/New_York"] = -5 };

    public string? FindIanaName(string name) => Offsets.Keys.FirstOrDefault(zone => string.Equals(zone, name, StringComparison.OrdinalIgnoreCase));

    public DateTimeOffset ToInstant(DateTime local, string name) => new DateTimeOffset(local, TimeSpan.FromHours(Offsets[name])).ToUniversalTime();

    public DateTimeOffset ToLocal(DateTimeOffset instant, string name) => instant.ToOffset(TimeSpan.FromHours(Offsets[name]));
}
