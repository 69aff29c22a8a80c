using System.Text.Encodings.Web;
using System.Text.Json;
using Restoration.Destinations;
using Restoration.Failures;

namespace Restoration.Auditing;

/// <summary>Writes the audit trail to a file: one JSON object a line, links included, so that the chain can be checked anywhere.</summary>
public sealed class AuditExporter(Workspace workspace)
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the entries that fit.</summary>
    /// <exception cref="RestorationException"><see cref="FailureCode.FileExists"/>, <see cref="FailureCode.FileAccess"/> …</exception>
    public async ValueTask<AuditExport> WriteAsync(AuditFilter filter, string path, bool force, CancellationToken cancellation)
    {
        AtomicFile file = AtomicFile.Create(path, force, workspace.Identifiers.NewId());
        await using (file.ConfigureAwait(false))
        {
            long count = 0;
            await AtomicFile.Guard(path, async () =>
            {
                await foreach (AuditEntry entry in new AuditTrail(workspace).ReadAsync(filter, cancellation).ConfigureAwait(false))
                {
                    Utf8JsonWriter json = new(file.Stream, Options);
                    await using (json.ConfigureAwait(false))
                    {
                        Write(json, entry);
                    }

                    await file.Stream.WriteAsync("\n"u8.ToArray(), cancellation).ConfigureAwait(false);
                    count++;
                }
            }).ConfigureAwait(false);
            long size = file.Stream.Position;
            await file.CommitAsync(cancellation).ConfigureAwait(false);
            return new AuditExport(Path.GetFullPath(path), count, size);
        }
    }

    private static void Write(Utf8JsonWriter json, AuditEntry entry)
    {
        json.WriteStartObject();
        json.WriteNumber("sequence", entry.Sequence);
        json.WriteString("at", entry.At.UtcDateTime);
        json.WriteString("actor", entry.Actor);
        json.WriteString("operation", entry.Operation);
        json.WriteString("requestId", entry.RequestId?.ToString());
        json.WriteString("target", entry.Target);
        json.WriteString("itemId", entry.ItemId);
        json.WriteString("uid", entry.Uid);
        json.WriteString("subject", entry.Subject);
        json.WriteString("before", entry.Before?.ToString());
        json.WriteString("after", entry.After?.ToString());
        json.WriteString("outcome", entry.Outcome.ToString());
        if (entry.Duration is { } duration)
        {
            json.WriteNumber("durationMs", duration.TotalMilliseconds);
        }

        json.WriteString("detail", entry.Detail);
        json.WriteString("hash", entry.Hash.ToString());
        json.WriteEndObject();
    }
}

/// <summary>A file of audit entries that was written.</summary>
/// <param name="Path">The file.</param>
/// <param name="EntryCount">How many entries it holds.</param>
/// <param name="Size">Its size in bytes.</param>
public sealed record AuditExport(string Path, long EntryCount, long Size);
