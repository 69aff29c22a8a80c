using System.Runtime.CompilerServices;
using Restoration.Sources;
using Restoration.Sources.AuditLog;

namespace Restoration.Losses;

/// <summary>The audit records that were given: those of the files, then those from elsewhere.</summary>
internal sealed class RecordFiles(IAuditRecordFormat format, AuditLogRestoreOptions options)
{
    public async IAsyncEnumerable<ReadAuditRecord> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (string path in options.Paths)
        {
            ReadOptions reading = new() { FileName = path, TimeZone = options.TimeZone, Culture = options.Culture };
            Stream stream = await InputFile.OpenAsync(path, cancellation).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                await foreach (ReadAuditRecord record in format.ReadAsync(stream, reading, cancellation).ConfigureAwait(false))
                {
                    yield return record;
                }
            }
        }

        foreach (ReadAuditRecord record in options.Records ?? [])
        {
            yield return record;
        }
    }
}
