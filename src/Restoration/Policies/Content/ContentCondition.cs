using System.Globalization;

namespace Restoration.Policies.Content;

/// <summary>A node of a content filter. A value: what it says is compared, never executed.</summary>
public abstract record ContentCondition
{
    /// <summary>The properties that it asks for.</summary>
    public abstract IEnumerable<ContentProperty> Properties { get; }

    /// <summary>Whether an item with these properties fits.</summary>
    /// <param name="item">The properties.</param>
    /// <param name="language">The language in which texts are compared; null to compare them letter by letter.</param>
    public abstract bool Accepts(ContentProperties item, CompareInfo? language);
}

/// <summary>Both have to fit.</summary>
public sealed record ContentAnd(ContentCondition Left, ContentCondition Right) : ContentCondition
{
    /// <inheritdoc/>
    public override IEnumerable<ContentProperty> Properties => Left.Properties.Concat(Right.Properties);

    /// <inheritdoc/>
    public override bool Accepts(ContentProperties item, CompareInfo? language) => Left.Accepts(item, language) && Right.Accepts(item, language);
}

/// <summary>One has to fit.</summary>
public sealed record ContentOr(ContentCondition Left, ContentCondition Right) : ContentCondition
{
    /// <inheritdoc/>
    public override IEnumerable<ContentProperty> Properties => Left.Properties.Concat(Right.Properties);

    /// <inheritdoc/>
    public override bool Accepts(ContentProperties item, CompareInfo? language) => Left.Accepts(item, language) || Right.Accepts(item, language);
}

/// <summary>It may not fit.</summary>
public sealed record ContentNot(ContentCondition Condition) : ContentCondition
{
    /// <inheritdoc/>
    public override IEnumerable<ContentProperty> Properties => Condition.Properties;

    /// <inheritdoc/>
    public override bool Accepts(ContentProperties item, CompareInfo? language) => !Condition.Accepts(item, language);
}
