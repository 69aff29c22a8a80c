using System.Runtime.CompilerServices;
using System.Text;
using Restoration.Failures;
using Restoration.Formats.Text;
using Restoration.Sources;
using Restoration.Sources.AuditLog;

namespace Restoration.Formats.AuditRecords;

/// <summary>
/// Reads exports of audit records in whatever shape the tools of Microsoft 365 and Exchange write them; recognised by header
/// and content, never by name. One record is held at a time, however large the file.
/// </summary>
public sealed class AuditRecordFormat : IAuditRecordFormat
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<ReadAuditRecord> ReadAsync(
        Stream stream, ReadOptions options, [EnumeratorCancellation] CancellationToken cancellation)
    {
        TextInput input = await TextInput.OpenAsync(stream, options.FileName, cancellation).ConfigureAwait(false);
        await using (input.ConfigureAwait(false))
        {
            IAsyncEnumerable<ReadAuditRecord> records = FirstOf(input.Head.Span) switch
            {
                (byte)'{' or (byte)'[' => AuditJson.ReadAsync(input.Stream, options, cancellation),
                (byte)'<' => throw Xml(options.FileName),
                _ => AuditCsv.ReadAsync(input.Stream, options, cancellation),
            };
            await foreach (ReadAuditRecord record in records.ConfigureAwait(false))
            {
                yield return record;
            }
        }
    }

    /// <inheritdoc/>
    public ReadAuditRecord Parse(string auditData, AuditRecordEnvelope outer)
    {
        ArgumentNullException.ThrowIfNull(auditData);
        ArgumentNullException.ThrowIfNull(outer);
        AuditResults results = new(outer.File) { Row = outer.Row };
        ReadOptions options = new() { FileName = outer.File ?? "", TimeZone = outer.TimeZone, Culture = outer.Culture };
        if (!new AuditDocumentReader(options, results).Read(Encoding.UTF8.GetBytes(auditData), outer))
        {
            results.AddNoRecord();
        }

        AuditRecord? record = results.Pending.Find(result => result.Record is not null).Record;
        Finding? finding = results.Pending.Find(result => result.Finding is not null).Finding;
        return new ReadAuditRecord(
            record is null ? null : record with { Row = outer.Row }, finding is null ? null : finding with { Row = outer.Row });
    }

    private static byte FirstOf(ReadOnlySpan<byte> head)
    {
        int first = head.IndexOfAnyExcept(" \t\r\n"u8);
        return first < 0 ? (byte)0 : head[first];
    }

    private static RestorationException Xml(string fileName) => new(
        FailureCode.UnsupportedFormat,
        $"'{fileName}' is XML. Results of New-MailboxAuditLogSearch and Export-Clixml are not read: use Search-MailboxAuditLog -ShowDetails or "
            + "Search-UnifiedAuditLog with Export-Csv.",
        fileName);
}
