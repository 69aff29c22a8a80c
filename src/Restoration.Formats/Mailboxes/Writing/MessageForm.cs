using System.Text;
using Restoration.Formats.Messages;
using Restoration.Items;

namespace Restoration.Formats.Mailboxes.Writing;

/// <summary>
/// A message as it goes to a file: as it is, if reading the file gives all of the item again; else with the block of lines before
/// it that says the rest.
/// </summary>
internal static class MessageForm
{
    /// <summary>The lines that have to stand before the message; none if it can stand alone.</summary>
    /// <param name="message">The message.</param>
    /// <param name="around">What the file says of it in its own way.</param>
    /// <param name="folder">The folder, if nothing else in the file says it.</param>
    /// <param name="canStandAlone">Whether the bytes of the message survive in the file by themselves.</param>
    public static byte[] Before(OpenMessage message, MessageState around, string? folder, bool canStandAlone = true)
    {
        bool isSame = canStandAlone && folder is null && !StateBlock.IsAt(message.Mime.Span)
            && around.Over(HeaderState.Of(message.Headers)) == message.Effective;
        return isSame ? [] : new StateBlock { State = message.State, Folder = folder, MimeSize = message.Mime.Length }.Write(ForOthers(message));
    }

    // What mail programs understand that read mbox files.
    private static string ForOthers(OpenMessage message)
    {
        StringBuilder lines = new();
        if (message.Headers.Find("Status"u8) is null && message.Headers.Find("X-Status"u8) is null)
        {
            MessageState state = message.Effective;
            MessageMarks marks = state.Marks ?? MessageMarks.None;
            string status = (marks.HasFlag(MessageMarks.Answered) ? "A" : "") + (state.Flag == FlagStatus.Flagged ? "F" : "") + (marks.HasFlag(MessageMarks.Draft) ? "T" : "");
            lines.Append("Status: ").Append(state.IsRead != false ? "RO" : "O").Append("\r\n");
            lines.Append(status.Length == 0 ? "" : $"X-Status: {status}\r\n");
        }

        return lines.ToString();
    }
}
