using System.Globalization;
using Restoration.Failures;

namespace Restoration.Requests;

/// <summary>How many items may go wrong before the whole request does: a number, or <c>Unlimited</c>.</summary>
public readonly record struct ItemLimit
{
    /// <summary>A limit.</summary>
    /// <param name="count">The number that is still allowed.</param>
    /// <exception cref="RestorationException"><see cref="FailureCode.InvalidArgument"/>: less than none.</exception>
    public ItemLimit(int count) => Count = count >= 0 ? count : throw Malformed(count.ToString(CultureInfo.InvariantCulture));

    /// <summary>A limit as text.</summary>
    public ItemLimit(string text) => Count = Parse(text).Count;

    /// <summary>Any number.</summary>
    public static ItemLimit Unlimited { get; }

    /// <summary>The number that is still allowed; null for any.</summary>
    public int? Count { get; }

    /// <summary>Reads a number or the word <c>Unlimited</c>.</summary>
    /// <exception cref="RestorationException"><see cref="FailureCode.InvalidArgument"/>.</exception>
    public static ItemLimit Parse(string text)
        => string.Equals(text.Trim(), nameof(Unlimited), StringComparison.OrdinalIgnoreCase) ? Unlimited
            : int.TryParse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out int count) ? new ItemLimit(count)
            : throw Malformed(text);

    /// <summary>Whether so many are too many.</summary>
    public bool IsExceededBy(long count) => Count is { } limit && count > limit;

    /// <summary>The text that <see cref="Parse"/> reads.</summary>
    public override string ToString() => Count?.ToString(CultureInfo.InvariantCulture) ?? nameof(Unlimited);

    private static RestorationException Malformed(string text)
        => new(FailureCode.InvalidArgument, $"'{text}' is no limit. Write a number from 0 on, or Unlimited.", text);
}
