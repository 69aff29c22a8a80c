namespace Restoration.Items;

/// <summary>How important an item is (X-MICROSOFT-CDO-IMPORTANCE, PRIORITY; Graph <c>importance</c>).</summary>
public enum Importance
{
    /// <summary>Low.</summary>
    Low,

    /// <summary>Normal.</summary>
    Normal,

    /// <summary>High.</summary>
    High,
}
