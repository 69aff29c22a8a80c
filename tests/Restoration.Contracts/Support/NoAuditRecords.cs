using System.Runtime.CompilerServices;
using Restoration.Sources;
using Restoration.Sources.AuditLog;

namespace Restoration.Contracts.Support;

/// <summary>Reads nothing: the records of these tests come from elsewhere.</summary>
public sealed class NoAuditRecords : IAuditRecordFormat
{
    public async IAsyncEnumerable<ReadAuditRecord> ReadAsync(Stream stream, ReadOptions options, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        yield break;
    }

    public ReadAuditRecord Parse(string auditData, AuditRecordEnvelope outer) => default;
}
