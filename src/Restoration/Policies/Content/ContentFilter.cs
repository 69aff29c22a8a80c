using System.Globalization;
using Restoration.Failures;
using Restoration.Items;

namespace Restoration.Policies.Content;

/// <summary>
/// Which items, as Exchange's ContentFilter says it (OPATH): comparisons of properties, joined by <c>-and</c>, <c>-or</c>,
/// <c>-not</c> and parentheses. It is read once into a tree and compared with items; nothing of it is ever executed.
/// </summary>
public sealed class ContentFilter
{
    private const int LongestText = 20_000;

    private readonly CompareInfo? _language;

    private ContentFilter(ContentCondition condition, CultureInfo? culture)
    {
        Condition = condition;
        _language = culture?.CompareInfo;
        NeedsContent = condition.Properties.Any(property => !ContentTypes.IsOutside(property));
    }

    /// <summary>What it says.</summary>
    public ContentCondition Condition { get; }

    /// <summary>Whether it has to see the content of items.</summary>
    public bool NeedsContent { get; }

    /// <summary>Reads a filter.</summary>
    /// <param name="text">The filter.</param>
    /// <param name="culture">The language of its dates and texts, such as <c>da-DK</c>; null for none.</param>
    /// <param name="timeZone">What dates without an offset mean; null for UTC.</param>
    /// <param name="timeZones">Knows the zones.</param>
    /// <exception cref="RestorationException">
    /// <see cref="FailureCode.InvalidArgument"/>: it cannot be read, and at which position; <see cref="FailureCode.TimeZoneNotFound"/>.
    /// </exception>
    public static ContentFilter Parse(string text, string? culture, string? timeZone, ITimeZoneCatalog timeZones)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > LongestText)
        {
            throw new RestorationException(FailureCode.InvalidArgument, FormattableString.Invariant($"A content filter of {text.Length} characters is too long; {LongestText} are read."));
        }

        CultureInfo? language = culture is null ? null : FindCulture(culture);
        string zone = timeZone is null ? "UTC" : timeZones.FindIanaName(timeZone) ?? throw new RestorationException(
            FailureCode.TimeZoneNotFound, $"'{timeZone}' is no time zone. Write a name such as Europe/Berlin, 'W. Europe Standard Time' or UTC.", timeZone);
        ContentValueReader values = new(language ?? CultureInfo.InvariantCulture, timeZones, zone);
        return new ContentFilter(new ContentParser(text, values).Parse(), language);
    }

    /// <summary>Whether an item fits.</summary>
    /// <param name="item">The item, with content if <see cref="NeedsContent"/> says so.</param>
    /// <param name="codec">Reads the content.</param>
    public bool Accepts(Item item, IItemCodec codec) => Condition.Accepts(ContentProperties.Of(item, NeedsContent ? codec : null), _language);

    private static CultureInfo FindCulture(string name)
    {
        try
        {
            return CultureInfo.GetCultureInfo(name, predefinedOnly: true);
        }
        catch (CultureNotFoundException cause)
        {
            throw new RestorationException(FailureCode.InvalidArgument, $"'{name}' is no language. Write a name such as en-US, de-DE or da-DK.", name, cause);
        }
    }
}
