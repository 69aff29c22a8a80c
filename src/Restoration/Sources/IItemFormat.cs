using Restoration.Failures;
using Restoration.Items;

namespace Restoration.Sources;

/// <summary>A file format that items are read from and written to. Recognised by content, never by name.</summary>
public interface IItemFormat
{
    /// <summary>The name that <c>-Format</c> takes, such as <c>ICS</c>.</summary>
    string Name { get; }

    /// <summary>The file name endings that stand for it when a new file is written, with the dot, the usual one first.</summary>
    IReadOnlyList<string> Endings { get; }

    /// <summary>Whether a file of this format can keep all that an item has, so that it may be restored to and backed up in.</summary>
    bool HoldsEverything => true;

    /// <summary>Whether a file that begins like this is of this format.</summary>
    /// <param name="head">The first bytes, decompressed; up to 4,096.</param>
    bool Recognises(ReadOnlySpan<byte> head);

    /// <summary>Opens a stream for reading; nothing is read yet.</summary>
    IItemReader OpenReader(Stream stream, ReadOptions options);

    /// <summary>Begins a file; the caller owns the stream, and the file is whole after <see cref="IItemWriter.CompleteAsync"/>.</summary>
    IItemWriter OpenWriter(Stream stream, CalendarInfo info, WriteOptions options);

    /// <summary>What a file of this format could not hold of an item, found without writing anything; empty if it loses nothing.</summary>
    /// <param name="item">The item, whose content is loaded.</param>
    /// <param name="options">How the file would be written.</param>
    IReadOnlyList<Finding> FindLosses(Item item, WriteOptions options) => [];

    /// <summary>What a file of this format could not hold of what is said of the calendar itself; empty if it loses nothing.</summary>
    IReadOnlyList<Finding> FindLosses(CalendarInfo info) => [];
}
