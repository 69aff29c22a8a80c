using System.Security.Cryptography;
using System.Text.Json;
using Restoration.Failures;
using Restoration.Formats.Json.Events;
using Restoration.Sources;

namespace Restoration.Formats.Json;

/// <summary>
/// Holds what a file of ours says at its end against what was read: <c>{"count":2,"sha256":"…"}</c>. Blanks between the members of
/// an item do not change its digest.
/// </summary>
internal sealed class TrailerJson(ReadOptions options) : IDisposable
{
    /// <summary>The member that holds it.</summary>
    public const string Member = "end";

    private readonly IncrementalHash _digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private byte[] _compact = [];

    /// <summary>How many items were read, the broken ones among them.</summary>
    public long Count { get; private set; }

    /// <summary>How many items the file says it has; null before its end was read.</summary>
    public long? Expected { get; private set; }

    /// <summary>Takes an item as it stands in the file.</summary>
    public void Add(ReadOnlySpan<byte> json)
    {
        Count++;
        if (_compact.Length < json.Length)
        {
            _compact = new byte[json.Length * 2];
        }

        _digest.AppendData(_compact.AsSpan(0, JsonSyntax.Compact(json, _compact)));
        _digest.AppendData("\n"u8);
    }

    /// <summary>Counts an item that is no JSON.</summary>
    public void Skip() => Count++;

    /// <summary>Takes the end of the file.</summary>
    /// <param name="json">What it says.</param>
    /// <param name="line">The line that it stands on.</param>
    /// <returns>What is wrong; null if nothing is.</returns>
    public Finding? Check(ReadOnlyMemory<byte> json, long line)
    {
        string? digest = null;
        EventDraft draft = new(null);
        Utf8JsonReader reader = new(json.Span, JsonSyntax.Reading(options.Limits));
        reader.Read();
        while (reader.TokenType != JsonTokenType.None && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = draft.StringOf(ref reader);
            reader.Read();
            if (name == "count" && reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out long count))
            {
                Expected = count;
            }
            else if (name == "sha256" && reader.TokenType == JsonTokenType.String)
            {
                digest = draft.StringOf(ref reader);
            }

            reader.Skip();
        }

        string actual = Convert.ToHexString(_digest.GetHashAndReset());
        return Expected != Count
            ? At(Severity.Error, line, $"the file says that it has {Expected} appointments, and {Count} were read. Some were taken out or added: copy it again.")
            : !actual.Equals(digest, StringComparison.OrdinalIgnoreCase)
            ? At(Severity.Warning, line, "the appointments are not those that were written: their SHA-256 is another. Somebody or something has changed the file.")
            : null;
    }

    /// <summary>What is wrong with a file that has no end.</summary>
    public Finding Missing(long line)
        => At(Severity.Error, line, $"the file ends before its last line, which says how many appointments it has; {Count} were read. It is cut off: copy it again.");

    /// <inheritdoc/>
    public void Dispose() => _digest.Dispose();

    private Finding At(Severity severity, long line, string message)
        => new(severity, FailureCode.VerificationFailed, message) { File = options.FileName, Line = line };
}
