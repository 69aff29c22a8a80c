using Restoration.Backups;
using Restoration.Contracts.Support;
using Restoration.Items;
using Restoration.Mailboxes;
using Restoration.Notes;
using Restoration.Policies;
using Restoration.Requests;

namespace Restoration.Tests.Requests;

/// <summary>Three appointments in every place that something can be restored from: a calendar, a backup, a file, a pad of notes.</summary>
internal sealed class RestoreStage : IAsyncDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;

    public Engine Engine { get; } = new();

    public TemporaryFolder Folder { get; } = new();

    public Notebook Notes { get; } = new();

    public RestoreDrafter Drafts => new(Engine.Workspace);

    public static async Task<RestoreStage> OpenAsync()
    {
        RestoreStage stage = new();
        Item[] items = Some.Appointments(3);
        stage.Engine.Workspace.Connectors.Register(new NotesConnector(stage.Notes));
        await stage.Engine.FillAsync(items);
        Folder calendar = await new CalendarService(stage.Engine.Workspace).GetAsync(Engine.Mailbox, FolderPath.Calendar, None);
        await new BackupService(stage.Engine.Workspace).CreateAsync(calendar, None);
        await File.WriteAllTextAsync(stage.Folder.File("in.items"), string.Concat(items.Select(item => System.Text.Encoding.UTF8.GetString(item.Content.Span) + "\n\n")));
        foreach (Item item in items)
        {
            stage.Notes.Open("in").Add(stage.Notes.NextNumber(), item);
        }

        return stage;
    }

    /// <summary>Loses the appointments of the calendar, so that the trail speaks of them.</summary>
    public async Task LoseAsync()
    {
        CalendarService calendars = new(Engine.Workspace);
        Folder calendar = await calendars.GetAsync(Engine.Mailbox, FolderPath.Calendar, None);
        await Engine.RunAsync(await calendars.DraftRemovalAsync(calendar, ItemFilter.All, None));
    }

    /// <summary>The subjects in a place.</summary>
    public async Task<string[]> ReadAsync(Location place)
    {
        switch (place.Kind)
        {
            case LocationKind.File:
                return File.Exists(place.Target) ? [.. (await File.ReadAllLinesAsync(place.Target)).Where(line => line.StartsWith("Subject=", StringComparison.Ordinal)).Order()] : [];
            case LocationKind.Extension:
                return [.. Notes.Open(place.Target!).Values.Select(item => $"Subject={item.Subject}").Order()];
            default:
                CalendarService calendars = new(Engine.Workspace);
                IReadOnlyList<Folder> folders = await calendars.ListAsync($"{place.Mailbox}*", place.Folder.ToString(), None);
                return folders.Count == 0 ? [] : [.. (await calendars.ReadAsync(folders[0], ItemFilter.All, None).ToArrayAsync()).Select(item => $"Subject={item.Item.Subject}").Order()];
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Engine.DisposeAsync();
        Folder.Dispose();
    }
}
