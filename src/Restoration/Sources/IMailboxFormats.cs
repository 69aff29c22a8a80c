using Restoration.Destinations.Trees;
using Restoration.Failures;
using Restoration.Sources.Trees;

namespace Restoration.Sources;

/// <summary>The formats that whole mailboxes are read from and written to.</summary>
public interface IMailboxFormats
{
    /// <summary>Their names, for <c>-Format</c>.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>
    /// Reads a mailbox, one item at a time; each file of it is recognised by its content. A broken item costs that item only and comes
    /// as a finding of severity Error.
    /// </summary>
    /// <param name="tree">The files.</param>
    /// <param name="options">How they are read.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="RestorationException">A file as a whole cannot be read, or nothing of the tree is mail.</exception>
    IAsyncEnumerable<MailboxEntry> ReadAsync(IFileTree tree, MailboxReadOptions options, CancellationToken cancellation);

    /// <summary>Begins to write a mailbox.</summary>
    /// <param name="format">The name of the format.</param>
    /// <param name="sink">Where its files go.</param>
    /// <param name="info">What the mailbox says of itself.</param>
    /// <param name="singleFile">What <see cref="FindSingleFile"/> says.</param>
    /// <exception cref="RestorationException"><see cref="FailureCode.UnsupportedFormat"/>.</exception>
    IMailboxWriter OpenWriter(string format, IFileSink sink, MailboxInfo info, string? singleFile);

    /// <summary>The name of the one file that all of a mailbox goes into; null if it is many files.</summary>
    /// <param name="format">The name of the format.</param>
    /// <param name="path">The path that is written to.</param>
    string? FindSingleFile(string format, string path);
}

/// <summary>How a mailbox is read.</summary>
public sealed record MailboxReadOptions
{
    /// <summary>The format of its files, if it is not to be recognised.</summary>
    public string? Format { get; init; }

    /// <summary>What no file may exceed.</summary>
    public ReadLimits Limits { get; init; } = ReadLimits.Default;
}

/// <summary>What a mailbox in a file says of itself.</summary>
/// <param name="Mailbox">Its address.</param>
/// <param name="TakenAt">When it was written.</param>
public sealed record MailboxInfo(string Mailbox, DateTimeOffset TakenAt);
