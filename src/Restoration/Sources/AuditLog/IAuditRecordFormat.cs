using Restoration.Failures;

namespace Restoration.Sources.AuditLog;

/// <summary>Reads exports of audit records, whatever tool wrote them.</summary>
public interface IAuditRecordFormat
{
    /// <summary>
    /// Reads all records of a file. The shape is found by header and content, never by name.
    /// A broken row costs that row only and comes as a finding of severity Error.
    /// </summary>
    /// <exception cref="RestorationException">The file as a whole holds no audit records.</exception>
    IAsyncEnumerable<ReadAuditRecord> ReadAsync(Stream stream, ReadOptions options, CancellationToken cancellation);

    /// <summary>Reads one record from the text of its AuditData.</summary>
    /// <param name="auditData">The JSON.</param>
    /// <param name="outer">What the row around it says, for what the JSON does not.</param>
    ReadAuditRecord Parse(string auditData, AuditRecordEnvelope outer);
}

/// <summary>Either a record or something to say about the file.</summary>
/// <param name="Record">The record.</param>
/// <param name="Finding">The finding.</param>
public readonly record struct ReadAuditRecord(AuditRecord? Record, Finding? Finding);

/// <summary>The columns around AuditData.</summary>
public sealed record AuditRecordEnvelope
{
    /// <summary>RecordId, Identity.</summary>
    public string? RecordId { get; init; }

    /// <summary>Operation, Operations.</summary>
    public string? Operation { get; init; }

    /// <summary>UserId, UserIds.</summary>
    public string? UserId { get; init; }

    /// <summary>CreationDate; never trusted where the JSON has a time of its own.</summary>
    public string? CreationDate { get; init; }

    /// <summary>RecordType, by name or number.</summary>
    public string? RecordType { get; init; }

    /// <summary>What times without a zone mean in a record that holds an appointment's; null makes them an error.</summary>
    public string? TimeZone { get; init; }

    /// <summary>The language that dates such as <c>03/04/2026</c> are written in there.</summary>
    public string? Culture { get; init; }

    /// <summary>The file.</summary>
    public string? File { get; init; }

    /// <summary>The row.</summary>
    public long? Row { get; init; }
}
