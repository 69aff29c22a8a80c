using Restoration.Items;

namespace Restoration.Policies;

/// <summary>What kind of item it is, for filters.</summary>
public enum ItemKind
{
    /// <summary>An appointment that happens once.</summary>
    Single,

    /// <summary>A series.</summary>
    Series,

    /// <summary>An occurrence of a series that was changed by itself.</summary>
    Occurrence,

    /// <summary>A to-do.</summary>
    Task,

    /// <summary>Anything else that calendar files hold.</summary>
    Other,
}

/// <summary>Tells kinds of items apart.</summary>
public static class ItemKinds
{
    /// <summary>The kind of an item.</summary>
    public static ItemKind Of(Item item) => item.ItemClass switch
    {
        ItemClasses.Appointment when item.Key.RecurrenceId is not null => ItemKind.Occurrence,
        ItemClasses.Appointment when item.IsSeries => ItemKind.Series,
        ItemClasses.Appointment => ItemKind.Single,
        ItemClasses.Task => ItemKind.Task,
        _ => ItemKind.Other,
    };
}
