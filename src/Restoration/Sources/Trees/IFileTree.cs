using Restoration.Failures;

namespace Restoration.Sources.Trees;

/// <summary>Files below one top: a folder, an archive, or a single file. What they are is for others to say.</summary>
public interface IFileTree : IAsyncDisposable
{
    /// <summary>What messages call it.</summary>
    string Name { get; }

    /// <summary>Whether it is one file, whose name says nothing of a folder.</summary>
    bool IsSingleFile { get; }

    /// <summary>A text that changes when the files do.</summary>
    string GetFingerprint();

    /// <summary>
    /// The files in an order that is the same each time, one after the other; a file can be opened until the next is asked for.
    /// Nothing is ever written to a place that a name in the tree says.
    /// </summary>
    /// <exception cref="RestorationException">The tree as a whole cannot be read, or is made to exhaust the reader.</exception>
    IAsyncEnumerable<TreeFile> ReadAsync(CancellationToken cancellation);
}
