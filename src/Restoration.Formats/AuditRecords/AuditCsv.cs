using System.Runtime.CompilerServices;
using System.Text;
using Restoration.Failures;
using Restoration.Formats.Csv;
using Restoration.Sources;
using Restoration.Sources.AuditLog;

namespace Restoration.Formats.AuditRecords;

/// <summary>
/// Reads audit records from a table: exports of Microsoft Purview and of Search-UnifiedAuditLog, which have the record as JSON
/// in AuditData, exports of Search-MailboxAuditLog, and rows of an <c>audit_log</c> table, which have it in their columns.
/// </summary>
internal static class AuditCsv
{
    /// <summary>Reads all rows.</summary>
    /// <exception cref="RestorationException"><see cref="FailureCode.UnsupportedFormat"/>: the columns are not those of an audit export.</exception>
    public static async IAsyncEnumerable<ReadAuditRecord> ReadAsync(
        Stream utf8, ReadOptions options, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using CsvTokenizer rows = new(utf8, options);
        await rows.ReadHeaderAsync(cancellation).ConfigureAwait(false);
        AuditField[] fields = [.. rows.Header.Select(name => AuditFieldNames.Find(Encoding.UTF8.GetBytes(name)))];
        RefuseWhatIsNoAuditExport(fields, rows.Header, options.FileName);

        AuditResults results = new(options.FileName);
        AuditDocumentReader documents = new(options, results);
        int auditData = Array.IndexOf(fields, AuditField.AuditData);
        bool isRow;
        do
        {
            isRow = await rows.ReadAsync(cancellation).ConfigureAwait(false);
            rows.Findings.ForEach(results.Add);
            rows.Findings.Clear();
            if (isRow)
            {
                results.Row = rows.Row;
                results.Line = rows.Line;
                if (auditData < 0)
                {
                    documents.Read(fields, rows.GetMemory);
                }
                else if (IsBlank(rows[auditData]))
                {
                    results.AddNoAuditData(IsEmpty(rows));
                }
                else if (!documents.Read(rows[auditData], EnvelopeOf(rows, fields)))
                {
                    results.AddNoRecord();
                }
            }

            foreach (ReadAuditRecord result in results.Pending)
            {
                yield return result;
            }

            results.Pending.Clear();
        }
        while (isRow);
    }

    private static bool IsBlank(ReadOnlySpan<byte> cell) => cell.Trim(" \t\r\n"u8).IsEmpty;

    private static bool IsEmpty(CsvTokenizer row) => Enumerable.Range(0, row.Count).All(i => IsBlank(row[i]));

    private static AuditRecordEnvelope EnvelopeOf(CsvTokenizer row, AuditField[] fields)
    {
        string? Cell(AuditField field) => Array.IndexOf(fields, field) is >= 0 and int index ? row.GetString(index) : null;
        return new AuditRecordEnvelope
        {
            RecordId = Cell(AuditField.Id),
            Operation = Cell(AuditField.Operation),
            UserId = Cell(AuditField.UserId),
            CreationDate = Cell(AuditField.CreationTime),
            RecordType = Cell(AuditField.RecordType),
        };
    }

    private static void RefuseWhatIsNoAuditExport(AuditField[] fields, IReadOnlyList<string> header, string fileName)
    {
        bool HasAny(params AuditField[] wanted) => fields.Intersect(wanted).Any();
        bool isFlat = HasAny(AuditField.Operation) && HasAny(AuditField.CreationTime)
            && HasAny(AuditField.Item, AuditField.Items, AuditField.ItemId, AuditField.ItemSubject, AuditField.ItemIds, AuditField.ItemSubjects, AuditField.FolderPath);
        bool isTable = HasAny(AuditField.ActionType) && HasAny(AuditField.ResourceType) && HasAny(AuditField.CreationTime);
        if (!HasAny(AuditField.AuditData) && !isFlat && !isTable)
        {
            throw new RestorationException(
                FailureCode.UnsupportedFormat,
                $"'{fileName}' is no audit export: it has the columns {string.Join(", ", header.Take(20))}. Expected is a column AuditData (Purview, "
                    + "Search-UnifiedAuditLog), or Operation with LastAccessed and ItemSubject or SourceItemSubjectsList (Search-MailboxAuditLog -ShowDetails), "
                    + "or action_type with resource_type and created_at.",
                fileName);
        }
    }
}
