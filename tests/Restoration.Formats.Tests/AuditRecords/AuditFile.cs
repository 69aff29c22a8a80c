using System.Text;
using System.Text.Json;
using Restoration.Failures;
using Restoration.Formats.AuditRecords;
using Restoration.Sources;
using Restoration.Sources.AuditLog;

namespace Restoration.Formats.Tests.AuditRecords;

/// <summary>All that is read from a file.</summary>
internal sealed record AuditFile(IReadOnlyList<AuditRecord> Records, IReadOnlyList<Finding> Findings)
{
    public static Task<AuditFile> ReadAsync(string text, ReadLimits? limits = null) => ReadAsync(Encoding.UTF8.GetBytes(text), limits);

    public static async Task<AuditFile> ReadAsync(byte[] bytes, ReadLimits? limits = null)
    {
        List<AuditRecord> records = [];
        List<Finding> findings = [];
        using MemoryStream stream = new(bytes);
        ReadOptions options = new() { FileName = "export", Limits = limits ?? ReadLimits.Default };
        await foreach (ReadAuditRecord read in new AuditRecordFormat().ReadAsync(stream, options, CancellationToken.None))
        {
            if (read.Record is not null)
            {
                records.Add(read.Record);
            }

            if (read.Finding is not null)
            {
                findings.Add(read.Finding);
            }
        }

        return new AuditFile(records, findings);
    }

    /// <summary>The code of the failure that stops the file.</summary>
    public static async Task<RestorationException> FailAsync(byte[] bytes, ReadLimits? limits = null)
    {
        RestorationException failure = await Assert.ThrowsAsync<RestorationException>(() => ReadAsync(bytes, limits));
        Assert.Equal("export", failure.Subject);
        return failure;
    }

    /// <summary>Everything that a record says, but not where it stood.</summary>
    public static string Describe(AuditRecord record) => JsonSerializer.Serialize(record with { File = null, Row = null });
}
