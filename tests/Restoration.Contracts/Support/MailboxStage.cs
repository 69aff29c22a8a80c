using Restoration.Failures;
using Restoration.Items;
using Restoration.Mailboxes;
using Restoration.Policies;
using Restoration.Requests;
using Restoration.Requests.MailboxRestores;
using Restoration.Requests.Queue;
using Restoration.Stores;

namespace Restoration.Contracts.Support;

/// <summary>Two mailboxes: that of somebody who is gone, and that of somebody who works on.</summary>
public sealed class MailboxStage(Engine engine)
{
    public const string Source = "gone@contoso.com";
    public const string Target = "here@contoso.com";

    private static readonly CancellationToken None = CancellationToken.None;

    public MailboxService Mailboxes => new(engine.Workspace);

    public MailboxRestoreService Restores => new(engine.Workspace);

    public RequestAdministration Administration => new(engine.Workspace);

    public static MailboxRestoreSettings Settings { get; } = new() { SourceMailbox = Source, TargetMailbox = Target, TargetRootFolder = "/" };

    public async Task MakeAsync()
    {
        await Mailboxes.CreateAsync(new MailboxDraft { Address = Source, Kind = MailboxKind.Inactive }, None);
        await Mailboxes.CreateAsync(new MailboxDraft { Address = Target }, None);
    }

    /// <summary>Puts items into a folder, and says which well-known folder that is, if it does not go by its name.</summary>
    public async Task FillAsync(string mailbox, string path, WellKnownFolder? known, params Item[] items) => await engine.Workspace.WriteAsync(
        async transaction =>
        {
            Mailbox owner = await MailboxDirectory.GetMailboxAsync(transaction, mailbox, None);
            IReadOnlyList<Folder> folders = await transaction.Folders.ListAsync(owner.Id, None);
            Folder folder = folders.FirstOrDefault(one => one.Path == FolderPath.Parse(path))
                ?? await transaction.Folders.AddAsync(owner, FolderPath.Parse(path), FolderKind.Mail, default, None);
            if (known is not null)
            {
                await transaction.Folders.SetWellKnownAsync(folder.Id, known, None);
            }

            foreach (Item item in items)
            {
                await transaction.Items.AddAsync(folder.Id, item, null, None);
            }

            return true;
        },
        None);

    /// <summary>What a mailbox holds: each folder with its items, each with its number, UID and body.</summary>
    public async Task<string[]> ReadAsync(string mailbox = Target) => await engine.Workspace.ReadAsync(
        async transaction =>
        {
            Mailbox owner = await MailboxDirectory.GetMailboxAsync(transaction, mailbox, None);
            List<string> lines = [];
            foreach (Folder folder in await transaction.Folders.ListAsync(owner.Id, None))
            {
                IReadOnlyList<StoredItem> items = await transaction.Items.ReadAsync(folder.Id, 0, int.MaxValue, None);
                IReadOnlyList<Item> loaded = await transaction.Contents.LoadAsync([.. items.Select(item => item.Item)], None);
                lines.AddRange(loaded.Select(item => $"{folder.Path}: {item.Key.Uid} {engine.Workspace.Codec.Decode(item).Body}"));
            }

            return lines.ToArray();
        },
        None);

    /// <summary>Queues a restore and lets a worker run it.</summary>
    public async Task<RestoreRequest> RestoreAsync(MailboxRestoreSettings settings)
    {
        RestoreRequest request = await Restores.AddAsync(settings, None);
        await DrainAsync();
        return await engine.Requests.GetAsync(request.RequestId.ToString(), None);
    }

    /// <summary>A restore in which nobody minds bad items.</summary>
    public static MailboxRestoreSettings With(ConflictResolutionOption option) => Settings with { ConflictResolution = option };

    public async Task<RestoreRequest[]> DrainAsync(IProgress<Execution.RestoreProgress>? progress = null, IProgress<Finding>? findings = null)
        => await new RestoreWorker(engine.Workspace).RunAsync(new WorkerOptions { Drain = true }, progress, findings, None).ToArrayAsync();
}
