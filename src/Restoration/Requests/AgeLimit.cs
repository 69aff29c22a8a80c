using System.Globalization;
using Restoration.Failures;

namespace Restoration.Requests;

/// <summary>How long something is kept: a time, or <c>Unlimited</c>. A number alone means days.</summary>
public readonly record struct AgeLimit
{
    private static readonly string[] Forms = ["%d", @"d\.hh\:mm", @"d\.hh\:mm\:ss", @"d\.hh\:mm\:ss\.fffffff", @"h\:mm", @"h\:mm\:ss", @"h\:mm\:ss\.fffffff"];

    /// <summary>A limit.</summary>
    /// <exception cref="RestorationException"><see cref="FailureCode.InvalidArgument"/>: less than none.</exception>
    public AgeLimit(TimeSpan age) => Age = age >= TimeSpan.Zero ? age : throw Malformed(age.ToString("c", CultureInfo.InvariantCulture));

    /// <summary>A limit in days.</summary>
    public AgeLimit(int days)
        : this(TimeSpan.FromDays(days))
    {
    }

    /// <summary>A limit as text.</summary>
    public AgeLimit(string text) => Age = Parse(text).Age;

    /// <summary>For ever.</summary>
    public static AgeLimit Unlimited { get; }

    /// <summary>The time; null for ever.</summary>
    public TimeSpan? Age { get; }

    /// <summary>Reads <c>dd.hh:mm:ss</c>, <c>hh:mm:ss</c>, a number of days, or the word <c>Unlimited</c>.</summary>
    /// <exception cref="RestorationException"><see cref="FailureCode.InvalidArgument"/>.</exception>
    public static AgeLimit Parse(string text)
        => string.Equals(text.Trim(), nameof(Unlimited), StringComparison.OrdinalIgnoreCase) ? Unlimited
            : TimeSpan.TryParseExact(text.Trim(), Forms, CultureInfo.InvariantCulture, out TimeSpan age) ? new AgeLimit(age)
            : throw Malformed(text);

    /// <summary>When what is so old at most is over; null for never.</summary>
    public DateTimeOffset? After(DateTimeOffset from) => Age is { } age ? from + age : null;

    /// <summary>The text that <see cref="Parse"/> reads.</summary>
    public override string ToString() => Age?.ToString("c", CultureInfo.InvariantCulture) ?? nameof(Unlimited);

    private static RestorationException Malformed(string text)
        => new(FailureCode.InvalidArgument, $"'{text}' is no age. Write days, dd.hh:mm:ss, or Unlimited.", text);
}
