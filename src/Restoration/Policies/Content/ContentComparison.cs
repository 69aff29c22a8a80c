using System.Globalization;

namespace Restoration.Policies.Content;

/// <summary>A property, compared with a value. Of a property with several values one has to fit, and with a negated operator none may.</summary>
public sealed record ContentComparison(ContentProperty Property, ContentOperator Operator, ContentValue Value) : ContentCondition
{
    /// <inheritdoc/>
    public override IEnumerable<ContentProperty> Properties => [Property];

    /// <inheritdoc/>
    public override bool Accepts(ContentProperties item, CompareInfo? language) => Operator switch
    {
        ContentOperator.Ne => !Fits(item, ContentOperator.Eq, language),
        ContentOperator.NotLike => !Fits(item, ContentOperator.Like, language),
        _ => Fits(item, Operator, language),
    };

    private bool Fits(ContentProperties item, ContentOperator comparison, CompareInfo? language)
    {
        if (Value.IsNull)
        {
            return item.IsMissing(Property);
        }

        return ContentTypes.Of(Property) switch
        {
            ContentType.Truth => item.Truth(Property) == Value.Truth,
            ContentType.Moment => item.Moment(Property) is { } moment && Fits(moment, comparison),
            ContentType.Size => Fits(item.Size.CompareTo(Value.Size!.Value), comparison),
            _ => item.Texts(Property).Any(text => comparison == ContentOperator.Like ? Wildcard.IsMatch(Value.Text!, text) : IsEqual(text, Value.Text!, language)),
        };
    }

    // A day is equal to every moment in it; before and after it are counted from its first moment, as Exchange does.
    private bool Fits(DateTimeOffset moment, ContentOperator comparison)
        => comparison == ContentOperator.Eq ? moment >= Value.From && moment < Value.To : Fits(moment.CompareTo(Value.From!.Value), comparison);

    private static bool Fits(int order, ContentOperator comparison) => comparison switch
    {
        ContentOperator.Eq => order == 0,
        ContentOperator.Lt => order < 0,
        ContentOperator.Le => order <= 0,
        ContentOperator.Gt => order > 0,
        _ => order >= 0,
    };

    private static bool IsEqual(string left, string right, CompareInfo? language) => language is null
        ? string.Equals(left, right, StringComparison.OrdinalIgnoreCase)
        : language.Compare(left, right, CompareOptions.IgnoreCase) == 0;
}
