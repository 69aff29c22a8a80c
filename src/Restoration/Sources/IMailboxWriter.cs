using Restoration.Items;

namespace Restoration.Sources;

/// <summary>Writes a mailbox, folder by folder.</summary>
public interface IMailboxWriter : IAsyncDisposable
{
    /// <summary>Begins a folder; those before it are done.</summary>
    ValueTask BeginFolderAsync(FolderPath folder, CancellationToken cancellation);

    /// <summary>
    /// Adds an item, whose content is loaded, to the folder that was begun last. What the format has no place for goes to lines of
    /// ours before the message; nothing is lost.
    /// </summary>
    ValueTask WriteAsync(Item item, CancellationToken cancellation);

    /// <summary>Ends the mailbox. Without this call it is not whole.</summary>
    ValueTask CompleteAsync(CancellationToken cancellation);
}
