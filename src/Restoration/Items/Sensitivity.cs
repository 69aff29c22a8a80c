namespace Restoration.Items;

/// <summary>Who may see an item (CLASS, RFC 5545 §3.8.1.3; Graph <c>sensitivity</c>).</summary>
public enum Sensitivity
{
    /// <summary>Everybody who may see the calendar (PUBLIC).</summary>
    Normal,

    /// <summary>Personal.</summary>
    Personal,

    /// <summary>Only the owner (PRIVATE).</summary>
    Private,

    /// <summary>A named circle (CONFIDENTIAL).</summary>
    Confidential,
}
