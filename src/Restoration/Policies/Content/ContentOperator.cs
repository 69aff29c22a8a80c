namespace Restoration.Policies.Content;

/// <summary>How a property is compared, named as the operators are.</summary>
public enum ContentOperator
{
    /// <summary>Equal.</summary>
    Eq,

    /// <summary>Not equal.</summary>
    Ne,

    /// <summary>Less.</summary>
    Lt,

    /// <summary>Less or equal.</summary>
    Le,

    /// <summary>Greater.</summary>
    Gt,

    /// <summary>Greater or equal.</summary>
    Ge,

    /// <summary>Fits a pattern.</summary>
    Like,

    /// <summary>Fits a pattern not.</summary>
    NotLike,
}
