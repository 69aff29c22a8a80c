using Restoration.Failures;
using Restoration.Items;
using Restoration.Policies;
using Restoration.Requests;
using Restoration.Sources;

namespace Restoration.Mailboxes;

/// <summary>Brings mailboxes out of files into a mailbox: a request like any other, that can be resumed and undone.</summary>
public sealed class MailboxImportService(Workspace workspace)
{
    /// <summary>Looks into the files, so that one that cannot be used is an error before anything happens.</summary>
    /// <param name="paths">Files, archives or folders, by their full paths.</param>
    /// <param name="mailbox">The mailbox; it has to be there.</param>
    /// <param name="folder">The folder that everything goes below of; null for the top, where each item goes to the folder that the files name.</param>
    /// <param name="format">The format of the files, if it is not to be recognised.</param>
    /// <param name="conflictResolution">What to do with what the mailbox has already.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="RestorationException"><see cref="FailureCode.MailboxNotFound"/>, or why a file cannot be read.</exception>
    public async ValueTask<RequestDraft> DraftAsync(
        IReadOnlyList<string> paths,
        string mailbox,
        FolderPath? folder,
        string? format,
        ConflictResolutionOption conflictResolution,
        CancellationToken cancellation)
    {
        // Of any kind: the mailbox of somebody who is gone comes into the store this way too.
        Mailbox owner = await workspace.ReadAsync(
            transaction => MailboxDirectory.GetMailboxAsync(transaction, mailbox, cancellation), cancellation).ConfigureAwait(false);
        RequestDraft draft = new()
        {
            Kind = RequestKind.MailboxImport,
            Source = Location.OfFile(string.Join(';', paths)),
            Destination = Location.OfMailbox(owner.Address, folder),
            ConflictResolution = conflictResolution,
            Options = new RequestOptions { Paths = paths, SourceFormat = format },
        };
        await ProbeAsync(draft, cancellation).ConfigureAwait(false);
        return draft;
    }

    private async ValueTask ProbeAsync(RequestDraft draft, CancellationToken cancellation)
    {
        foreach (string path in draft.Options.Paths)
        {
            MailboxFileSource source = new(
                [path], draft.Destination, workspace.Formats.Mailboxes, new MailboxReadOptions { Format = draft.Options.SourceFormat }, findings: null);
            await using (source.ConfigureAwait(false))
            {
                await foreach (SourceItem entry in source.ReadAsync(cancellation).ConfigureAwait(false))
                {
                    if (entry.Item is not null)
                    {
                        break;
                    }
                }
            }
        }
    }
}
