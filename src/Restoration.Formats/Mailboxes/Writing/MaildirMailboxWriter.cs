using System.Globalization;
using Restoration.Destinations.Trees;
using Restoration.Formats.Messages;
using Restoration.Items;
using Restoration.Sources;

namespace Restoration.Formats.Mailboxes.Writing;

/// <summary>A Maildir++: the Inbox at the top, every other folder beside it under a dot and its path.</summary>
internal sealed class MaildirMailboxWriter(IFileSink sink, MailboxInfo info) : IMailboxWriter
{
    private static readonly FolderPath Inbox = FolderPath.Parse("Inbox");

    private string _directory = "";
    private bool _hasInbox;
    private long _number;

    public async ValueTask BeginFolderAsync(FolderPath folder, CancellationToken cancellation)
    {
        _directory = folder == Inbox ? "" : "." + string.Join('.', folder.Segments.Select(ModifiedUtf7.Encode)) + "/";
        _hasInbox |= folder == Inbox;
        CreateFolder(_directory);
        if (_directory.Length > 0)
        {
            await sink.Create($"{_directory}maildirfolder").DisposeAsync().ConfigureAwait(false);
        }
    }

    public async ValueTask WriteAsync(Item item, CancellationToken cancellation)
    {
        OpenMessage message = OpenMessage.IsMessage(item.Content.Span)
            ? OpenMessage.Open(item)
            : OpenMessage.Open(MessageFactory.Create(
                new MessageState { ItemClass = item.ItemClass }, await CalendarEntity.WrapAsync(item, info, cancellation).ConfigureAwait(false)));
        string flags = MaildirFlags.Write(message.Effective);
        string mark = OperatingSystem.IsWindows() ? ";" : ":";
        long time = item.Start?.SortKey.ToUnixTimeSeconds() ?? 0;
        string name = string.Create(CultureInfo.InvariantCulture, $"{Math.Max(0, time)}.R{++_number}.restoration{mark}2,{flags}");
        byte[] before = MessageForm.Before(message, MaildirFlags.Read(name), null, message.Mime.Length > 0);
        Stream stream = sink.Create($"{_directory}cur/{name}");
        await using (stream.ConfigureAwait(false))
        {
            await stream.WriteAsync(before, cancellation).ConfigureAwait(false);
            await stream.WriteAsync(message.Mime, cancellation).ConfigureAwait(false);
        }
    }

    public ValueTask CompleteAsync(CancellationToken cancellation)
    {
        if (!_hasInbox)
        {
            CreateFolder("");
        }

        MailboxMarker.Write(sink, "Maildir", info);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private void CreateFolder(string directory)
    {
        foreach (string part in (string[])["cur", "new", "tmp"])
        {
            sink.CreateFolder(directory + part);
        }
    }
}
