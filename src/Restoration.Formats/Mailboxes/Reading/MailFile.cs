using Restoration.Failures;
using Restoration.Sources;

namespace Restoration.Formats.Mailboxes.Reading;

/// <summary>A file of a mailbox that is being read.</summary>
/// <param name="Name">What findings call it.</param>
/// <param name="Stream">Its content.</param>
/// <param name="Place">What its path says.</param>
/// <param name="IsAlone">Whether it is all of the mailbox, so that its name says nothing of a folder.</param>
/// <param name="Limits">What it may not exceed.</param>
internal sealed record MailFile(string Name, Stream Stream, MailPlace Place, bool IsAlone, ReadLimits Limits)
{
    /// <summary>The folder of what is alone in its file.</summary>
    public IReadOnlyList<string> Folder => IsAlone ? [] : Place.Folder;

    /// <summary>The folder of what shares its file with others.</summary>
    public IReadOnlyList<string> FolderOfFile => IsAlone ? [] : Place.FolderOfFile;

    /// <summary>Something to say about the file.</summary>
    public MailboxEntry Say(Severity severity, FailureCode code, string message, long? line = null, string? item = null)
        => new() { Finding = new Finding(severity, code, message) { File = Name, Line = line, Item = item } };
}
