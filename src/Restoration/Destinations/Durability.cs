namespace Restoration.Destinations;

/// <summary>When an effect on a destination is there to stay.</summary>
public enum Durability
{
    /// <summary>With the transaction of the store: effect, journal entry and audit entry commit together.</summary>
    WithStore,

    /// <summary>As soon as the call returns, item by item. The intent is journaled before it.</summary>
    PerItem,

    /// <summary>All at once, when the destination is completed; until then nothing has happened.</summary>
    AtCompletion,
}
