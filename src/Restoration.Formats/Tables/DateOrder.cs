using Restoration.Failures;
using Restoration.Sources;

namespace Restoration.Formats.Tables;

/// <summary>Which of two numbers is the month.</summary>
internal enum DateOrder
{
    /// <summary>Nobody has said so.</summary>
    Unknown,

    /// <summary>The second: 31/12/2026.</summary>
    DayFirst,

    /// <summary>The first: 12/31/2026.</summary>
    MonthFirst,
}

/// <summary>Which of two numbers is the month in a language.</summary>
internal static class DateOrders
{
    /// <summary>The order of a culture's short dates.</summary>
    /// <param name="culture">Its name, such as <c>en-US</c>; null if nobody has said so.</param>
    /// <exception cref="RestorationException"><see cref="FailureCode.InvalidArgument"/>: there is no such culture.</exception>
    public static DateOrder Of(string? culture)
    {
        if (NamedCulture.Find(culture)?.DateTimeFormat.ShortDatePattern is not { } pattern)
        {
            return DateOrder.Unknown;
        }

        return pattern.IndexOf('d', StringComparison.Ordinal) < pattern.IndexOf('M', StringComparison.Ordinal) && !pattern.StartsWith('y')
            ? DateOrder.DayFirst
            : DateOrder.MonthFirst;
    }
}
