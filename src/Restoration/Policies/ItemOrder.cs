namespace Restoration.Policies;

/// <summary>Which items come under a limit first.</summary>
public enum ItemOrder
{
    /// <summary>Those that come first in the source.</summary>
    Source,

    /// <summary>Those that start earliest.</summary>
    StartAscending,

    /// <summary>Those that start latest.</summary>
    StartDescending,
}
