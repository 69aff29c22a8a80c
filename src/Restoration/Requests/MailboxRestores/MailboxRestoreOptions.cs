namespace Restoration.Requests.MailboxRestores;

/// <summary>Which folders and items of its source a mailbox restore reads; kept with the request.</summary>
public sealed record MailboxRestoreOptions
{
    /// <summary>The folders to read, as <see cref="Restoration.Mailboxes.FolderRule"/> reads them; empty for all.</summary>
    public IReadOnlyList<string> IncludeFolders { get; init; } = [];

    /// <summary>The folders to leave out.</summary>
    public IReadOnlyList<string> ExcludeFolders { get; init; } = [];

    /// <summary>Whether Recoverable Items are left out.</summary>
    public bool ExcludeDumpster { get; init; }

    /// <summary>Which items, as <see cref="Restoration.Policies.Content.ContentFilter"/> reads it; null for all.</summary>
    public string? ContentFilter { get; init; }

    /// <summary>The language of the filter's dates and texts; null for none.</summary>
    public string? ContentFilterLanguage { get; init; }
}
