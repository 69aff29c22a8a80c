namespace Restoration.Formats.AuditRecords;

/// <summary>A file as a sequence of JSON documents, of which one is held at a time.</summary>
internal interface IJsonDocuments : IDisposable
{
    /// <summary>The document; valid until the next is read.</summary>
    ReadOnlyMemory<byte> Current { get; }

    /// <summary>The line that it begins on, counted from 1.</summary>
    long Line { get; }

    /// <summary>Reads the next document.</summary>
    /// <returns>False at the end.</returns>
    /// <exception cref="System.Text.Json.JsonException">The text is no JSON from here on; nothing more can be read.</exception>
    ValueTask<bool> ReadAsync(CancellationToken cancellation);
}
