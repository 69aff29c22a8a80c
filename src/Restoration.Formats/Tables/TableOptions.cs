using Restoration.Sources;

namespace Restoration.Formats.Tables;

/// <summary>What the cells of a table mean where they do not say so.</summary>
/// <param name="TimeZone">What times without a zone mean; null makes them an error.</param>
/// <param name="Order">Which of two numbers is the month.</param>
internal readonly record struct TableOptions(string? TimeZone, DateOrder Order)
{
    /// <summary>What the user has said.</summary>
    public static TableOptions Of(ReadOptions options) => new(options.TimeZone, DateOrders.Of(options.Culture));
}
