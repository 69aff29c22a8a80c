namespace Restoration.Policies.Content;

/// <summary>A word of a content filter.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The word, without its quotes.</param>
/// <param name="Position">Where it begins, counted from 1.</param>
internal readonly record struct ContentToken(ContentTokenKind Kind, string Text, int Position)
{
    public bool IsOperator(string name) => Kind == ContentTokenKind.Operator && string.Equals(Text, name, StringComparison.OrdinalIgnoreCase);
}

/// <summary>What words of a content filter are.</summary>
internal enum ContentTokenKind
{
    /// <summary>A name, a number, a truth value.</summary>
    Word,

    /// <summary>A text in quotes.</summary>
    Quoted,

    /// <summary>A word that begins with a hyphen.</summary>
    Operator,

    /// <summary>(</summary>
    Open,

    /// <summary>)</summary>
    Close,

    /// <summary>The end of the filter.</summary>
    End,
}
