using System.Runtime.CompilerServices;
using Restoration.Failures;
using Restoration.Formats.Messages;
using Restoration.Formats.Mime;
using Restoration.Items;
using Restoration.Sources;

namespace Restoration.Formats.Mailboxes.Reading;

/// <summary>mbox files: messages one after the other. <c>Content-Length</c> is not believed; quoted lines are read as mboxrd has them.</summary>
internal static class MboxReader
{
    /// <summary>Reads the file.</summary>
    public static async IAsyncEnumerable<MailboxEntry> ReadAsync(MailFile file, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using MboxScanner scanner = new(file.Stream, file.Name, file.Limits);
        MessageReader messages = new(file, file.FolderOfFile);
        bool isFirst = true;
        while (await scanner.ReadAsync(cancellation).ConfigureAwait(false))
        {
            if (isFirst && scanner.Before > 0)
            {
                yield return file.Say(
                    Severity.Error, FailureCode.ParserError, FormattableString.Invariant($"{scanner.Before} bytes stand before the first line that begins a message; they were left out."), 1);
            }

            isFirst = false;
            if (scanner.IsTooLarge)
            {
                yield return file.Say(
                    Severity.Error,
                    FailureCode.LimitExceeded,
                    FormattableString.Invariant($"the message is larger than {file.Limits.ItemSize} bytes; it was left out and the rest was read."),
                    scanner.Line);
                continue;
            }

            MessageState? around = TimeOf(scanner) is { } time && !StateBlock.IsAt(scanner.Message.Span) ? new MessageState { Received = time } : null;
            await foreach (MailboxEntry entry in messages.ReadAsync(scanner.Message, around, scanner.Line, cancellation).ConfigureAwait(false))
            {
                yield return entry;
            }
        }

        if (isFirst)
        {
            yield return file.Say(Severity.Error, FailureCode.InvalidData, "no line begins with 'From ', so no message of an mbox file begins; nothing was read.", 1);
        }
    }

    // What the message says of itself is better: programs put their own time here whenever they rewrite the file.
    private static DateTimeOffset? TimeOf(MboxScanner scanner)
        => HeaderState.Of(MimeHeaders.Parse(scanner.Message)).Received is null ? scanner.Time : null;
}
