namespace Restoration.Items;

/// <summary>Where a location points.</summary>
public enum LocationKind
{
    /// <summary>A calendar or folder of the store: <c>store:alice@contoso.com/Calendar</c>.</summary>
    Store,

    /// <summary>An export file: <c>file:backup.ics</c>.</summary>
    File,

    /// <summary>A point-in-time backup: <c>backup:alice@contoso.com/Calendar@2026-11-01</c>, or <c>backup:</c> and its id.</summary>
    Backup,

    /// <summary>A calendar in Microsoft 365: <c>graph:alice@contoso.com/Calendar</c>.</summary>
    Graph,

    /// <summary>Audit records: <c>audit:purview.csv</c>; <c>audit:</c> alone is the store's own trail.</summary>
    Audit,

    /// <summary>The journal of a request: <c>request:</c> and its id. What an undo reads.</summary>
    Request,

    /// <summary>A whole mailbox, or all below one of its folders: <c>mailbox:alice@contoso.com</c>, <c>mailbox:alice@contoso.com/Restored</c>.</summary>
    Mailbox,

    /// <summary>Wherever each item was: <c>original:</c>.</summary>
    Original,

    /// <summary>Whatever a connector of another maker reads or writes: <c>x-notes:team</c>, a scheme that begins with <c>x-</c>.</summary>
    Extension,
}
