using System.Runtime.CompilerServices;
using Restoration.Failures;
using Restoration.Formats.Mailboxes.Json;
using Restoration.Formats.Text;
using Restoration.Sources;
using Restoration.Sources.Trees;

namespace Restoration.Formats.Mailboxes.Reading;

/// <summary>Reads the files of a mailbox one after the other, each as what it is.</summary>
internal sealed class MailboxReader(IFileTree tree, MailFileKind? kind, ReadLimits limits)
{
    private const int HeadLength = 4096;

    private bool _hasMail;

    /// <summary>Reads all of it.</summary>
    public async IAsyncEnumerable<MailboxEntry> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (TreeFile file in tree.ReadAsync(cancellation).ConfigureAwait(false))
        {
            if (file.Finding is not null)
            {
                yield return new MailboxEntry { Finding = file.Finding };
                continue;
            }

            await foreach (MailboxEntry entry in ReadSafelyAsync(file, cancellation).ConfigureAwait(false))
            {
                yield return entry;
            }
        }

        if (!_hasMail)
        {
            throw new RestorationException(
                FailureCode.UnsupportedFormat,
                $"Nothing in '{tree.Name}' is a message, a calendar or a contact. What can be read: messages (.eml), mbox files, Maildirs, JSON of Microsoft Graph, iCalendar and vCard files, in folders or in zip and tar archives.",
                tree.Name);
        }
    }

    // A file that cannot be read costs that file only, unless it is all there is.
    private async IAsyncEnumerable<MailboxEntry> ReadSafelyAsync(TreeFile file, [EnumeratorCancellation] CancellationToken cancellation)
    {
        IAsyncEnumerator<MailboxEntry> entries = ReadFileAsync(file, cancellation).GetAsyncEnumerator(cancellation);
        await using (entries.ConfigureAwait(false))
        {
            bool goes = true;
            while (goes)
            {
                MailboxEntry? next;
                try
                {
                    goes = await entries.MoveNextAsync().ConfigureAwait(false);
                    next = goes ? entries.Current : null;
                }
                catch (RestorationException cause) when (!tree.IsSingleFile && cause.Code is not FailureCode.LimitExceeded)
                {
                    goes = false;
                    next = new MailboxEntry { Finding = new Finding(Severity.Error, cause.Code, cause.Message) { File = NameOf(file), Item = file.Path } };
                }

                if (next is not null)
                {
                    yield return next;
                }
            }
        }
    }

    private async IAsyncEnumerable<MailboxEntry> ReadFileAsync(TreeFile file, [EnumeratorCancellation] CancellationToken cancellation)
    {
        MailPlace place = MailPlace.Of(tree.Name, file.Path);
        if (place.IsIgnored)
        {
            yield break;
        }

        if (file.Length == 0)
        {
            _hasMail |= place.IsMaildir;
            yield return Say(file, Severity.Warning, FailureCode.InvalidData, "is empty; it was left out.");
            yield break;
        }

        Stream stream = file.Open!();
        await using (stream.ConfigureAwait(false))
        {
            ReadOnlyMemory<byte> head = await ReadHeadAsync(stream, file, cancellation).ConfigureAwait(false);
            MailFileKind found = kind ?? MailFileKinds.Of(head, place);
            if (found == MailFileKind.Unknown)
            {
                yield return Say(file, Severity.Warning, FailureCode.UnsupportedFormat, "is neither mail nor a calendar nor a contact; it was left out.");
                yield break;
            }

            _hasMail = true;
            MailFile mail = new(NameOf(file), new HeadedStream(head, stream), place, tree.IsSingleFile, limits);
            await foreach (MailboxEntry entry in Open(found, mail, cancellation).ConfigureAwait(false))
            {
                yield return entry;
            }
        }
    }

    private static IAsyncEnumerable<MailboxEntry> Open(MailFileKind kind, MailFile file, CancellationToken cancellation) => kind switch
    {
        MailFileKind.Mbox => MboxReader.ReadAsync(file, cancellation),
        MailFileKind.Calendar => CalendarFileReader.ReadAsync(file, cancellation),
        MailFileKind.Cards => VCardReader.ReadAsync(file, cancellation),
        MailFileKind.Json => GraphReader.ReadAsync(file, cancellation),
        _ => EmlReader.ReadAsync(file, cancellation),
    };

    private async ValueTask<ReadOnlyMemory<byte>> ReadHeadAsync(Stream stream, TreeFile file, CancellationToken cancellation)
    {
        byte[] head = new byte[HeadLength];
        try
        {
            return head.AsMemory(0, await stream.ReadAtLeastAsync(head, HeadLength, throwOnEndOfStream: false, cancellation).ConfigureAwait(false));
        }
        catch (InvalidDataException cause)
        {
            throw new RestorationException(FailureCode.InvalidData, $"'{NameOf(file)}' is damaged or cut off: the compressed data ends in an error. Copy it again.", tree.Name, cause);
        }
    }

    private string NameOf(TreeFile file) => tree.IsSingleFile ? tree.Name : $"{tree.Name}/{file.Path}";

    private MailboxEntry Say(TreeFile file, Severity severity, FailureCode code, string what)
        => new() { Finding = new Finding(severity, code, $"'{file.Path}' {what}") { File = tree.Name, Item = file.Path } };
}
