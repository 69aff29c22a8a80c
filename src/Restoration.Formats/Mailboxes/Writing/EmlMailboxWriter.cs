using System.Globalization;
using Restoration.Destinations.Trees;
using Restoration.Formats.Messages;
using Restoration.Items;
using Restoration.Sources;

namespace Restoration.Formats.Mailboxes.Writing;

/// <summary>A folder of files for each folder of the mailbox: a message each, appointments as calendars, contacts as cards.</summary>
internal sealed class EmlMailboxWriter(IFileSink sink, MailboxInfo info) : IMailboxWriter
{
    private string _directory = "";
    private FolderPath _folder;
    private long _number;

    public ValueTask BeginFolderAsync(FolderPath folder, CancellationToken cancellation)
    {
        _folder = folder;
        _directory = string.Join('/', folder.Segments.Select(SafeName.Encode));
        _number = 0;
        sink.CreateFolder(_directory);
        return ValueTask.CompletedTask;
    }

    public async ValueTask WriteAsync(Item item, CancellationToken cancellation)
    {
        bool isMessage = OpenMessage.IsMessage(item.Content.Span);
        string ending = isMessage ? ".eml" : ".ics";
        string subject = SafeName.OfSubject(item.Subject);
        string name = string.Create(CultureInfo.InvariantCulture, $"{++_number:D6}{(subject.Length > 0 ? " " : "")}{subject}{ending}");
        Stream stream = sink.Create($"{_directory}/{name}");
        await using (stream.ConfigureAwait(false))
        {
            if (isMessage)
            {
                OpenMessage message = OpenMessage.Open(item);
                await stream.WriteAsync(MessageForm.Before(message, new MessageState(), IsNamed() ? null : _folder.ToString(), message.Mime.Length > 0), cancellation).ConfigureAwait(false);
                await stream.WriteAsync(message.Mime, cancellation).ConfigureAwait(false);
            }
            else
            {
                CalendarInfo calendar = new() { Mailbox = info.Mailbox, Folder = _folder };
                await CalendarEntity.WriteAsync(item, stream, calendar, info, cancellation).ConfigureAwait(false);
            }
        }
    }

    public ValueTask CompleteAsync(CancellationToken cancellation)
    {
        MailboxMarker.Write(sink, "EML", info);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    // Whether the names of the directories lead back to the folder: a name that is too long was cut.
    private bool IsNamed() => string.Join('/', _directory.Split('/').Select(SafeName.Decode)) == _folder.ToString();
}
