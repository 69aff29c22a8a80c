using System.Runtime.CompilerServices;
using System.Text.Json;
using Restoration.Failures;
using Restoration.Sources;
using Restoration.Sources.AuditLog;

namespace Restoration.Formats.AuditRecords;

/// <summary>
/// Reads audit records from JSON: Graph pages, arrays of the Management Activity API, NDJSON, what ConvertTo-Json makes of the
/// objects of Search-UnifiedAuditLog and Search-MailboxAuditLog, events of a SIEM.
/// </summary>
internal static class AuditJson
{
    /// <summary>Reads all records.</summary>
    /// <exception cref="RestorationException">
    /// <see cref="FailureCode.UnsupportedFormat"/>: there are objects, but no audit record; <see cref="FailureCode.InvalidData"/>: it is no JSON.
    /// </exception>
    public static async IAsyncEnumerable<ReadAuditRecord> ReadAsync(
        Stream utf8, ReadOptions options, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using IJsonDocuments documents = await JsonDocuments.OpenAsync(utf8, options, cancellation).ConfigureAwait(false);
        AuditResults results = new(options.FileName);
        AuditDocumentReader reader = new(options, results);
        AuditRecordEnvelope outer = new();
        IReadOnlyList<string>? strangeNames = null;
        bool isDocument;
        do
        {
            isDocument = await TryReadAsync(documents, options, results, cancellation).ConfigureAwait(false);
            results.Line = documents.Line;
            if (isDocument && !reader.Read(documents.Current.Span, outer) && !JsonDocuments.IsEmptyPage(documents.Current.Span))
            {
                strangeNames ??= JsonDocuments.NamesIn(documents.Current.Span);
                results.AddNoRecord();
            }

            foreach (ReadAuditRecord result in results.Pending)
            {
                yield return result;
            }

            results.Pending.Clear();
            RefuseTooMany(results.Records, options);
        }
        while (isDocument);

        if (strangeNames is not null && results.Records == 0)
        {
            throw new RestorationException(
                FailureCode.UnsupportedFormat,
                $"'{options.FileName}' is JSON, but no audit export: its objects have the members {string.Join(", ", strangeNames.Take(20))}. Expected are "
                    + "objects with Operation, CreationTime and Item or AffectedItems, alone or behind AuditData.",
                options.FileName);
        }
    }

    private static async ValueTask<bool> TryReadAsync(
        IJsonDocuments documents, ReadOptions options, AuditResults results, CancellationToken cancellation)
    {
        try
        {
            return await documents.ReadAsync(cancellation).ConfigureAwait(false);
        }
        catch (JsonException exception) when (results.Records == 0)
        {
            throw new RestorationException(
                FailureCode.InvalidData,
                $"'{options.FileName}' begins like JSON but is broken or cut off behind line {documents.Line}. Download or export it again.",
                options.FileName,
                exception);
        }
        catch (JsonException)
        {
            results.AddBrokenFile();
            return false;
        }
    }

    private static void RefuseTooMany(long records, ReadOptions options)
    {
        if (records > options.Limits.Items)
        {
            throw new RestorationException(
                FailureCode.LimitExceeded, $"'{options.FileName}' has more than {options.Limits.Items} records. Export it in smaller parts.", options.FileName);
        }
    }
}
