using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Restoration.Failures;
using Restoration.Items;
using Restoration.Requests;
using Restoration.Sources;

namespace Restoration.Storage.Predecessor;

/// <summary>
/// The appointments of a database of the scripts, each with the calendar that it was in. A row is handed to the JSON format, which
/// knows these columns: lists that were encoded twice, times without a zone, marks before the subjects of backups.
/// </summary>
internal sealed class PredecessorSource(Location location, string? timeZone, FormatCatalog formats) : IRecordSource
{
    private const int PageSize = 500;

    private readonly string _path = location.Target!;

    public Location Location => location;

    public async ValueTask<long?> CountAsync(CancellationToken cancellation) => (await DescribeAsync(cancellation).ConfigureAwait(false)).Count;

    public async ValueTask<string> GetFingerprintAsync(CancellationToken cancellation) => (await DescribeAsync(cancellation).ConfigureAwait(false)).Fingerprint;

    public async IAsyncEnumerable<SourceItem> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        PredecessorDatabase database = await PredecessorDatabase.OpenAsync(_path, cancellation).ConfigureAwait(false);
        await using (database.ConfigureAwait(false))
        {
            PredecessorCalendars calendars = await PredecessorCalendars.ReadAsync(database, cancellation).ConfigureAwait(false);
            long after = 0;
            IReadOnlyList<Dictionary<string, object?>> page;
            do
            {
                page = await database.ReadAppointmentsAsync(after, PageSize, cancellation).ConfigureAwait(false);
                foreach (Dictionary<string, object?> row in page)
                {
                    after = (long)row["id"]!;
                    yield return await ReadAsync(row, after, calendars, cancellation).ConfigureAwait(false);
                }
            }
            while (page.Count == PageSize);
        }
    }

    public async ValueTask<IReadOnlySet<string>> FindUidsAsync(IReadOnlyCollection<string> uids, CancellationToken cancellation)
    {
        HashSet<string> found = new(StringComparer.Ordinal);
        await foreach (SourceItem entry in ReadAsync(cancellation).ConfigureAwait(false))
        {
            if (entry.Item?.Key.Uid is { } uid && uids.Contains(uid))
            {
                found.Add(uid);
            }
        }

        return found;
    }

    public async ValueTask<ForeignRecords> ReadRecordsAsync(CancellationToken cancellation)
    {
        PredecessorDatabase database = await PredecessorDatabase.OpenAsync(_path, cancellation).ConfigureAwait(false);
        await using (database.ConfigureAwait(false))
        {
            return await PredecessorRecords.ReadAsync(database, cancellation).ConfigureAwait(false);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async ValueTask<(long Count, string Fingerprint)> DescribeAsync(CancellationToken cancellation)
    {
        PredecessorDatabase database = await PredecessorDatabase.OpenAsync(_path, cancellation).ConfigureAwait(false);
        await using (database.ConfigureAwait(false))
        {
            return await database.DescribeAsync(cancellation).ConfigureAwait(false);
        }
    }

    private async ValueTask<SourceItem> ReadAsync(
        Dictionary<string, object?> row, long number, PredecessorCalendars calendars, CancellationToken cancellation)
    {
        Location? origin = calendars.Find(row);
        string subject = row.GetValueOrDefault("subject") as string ?? "";
        if (origin is null)
        {
            return Failed(number, subject, FailureCode.InvalidData, $"Appointment {number.ToString(CultureInfo.InvariantCulture)} is of no user that the database has.");
        }

        using MemoryStream json = new(JsonSerializer.SerializeToUtf8Bytes(new[] { calendars.Complete(row) }));
        IItemReader reader = formats.Get("JSON").OpenReader(json, new ReadOptions { FileName = Path.GetFileName(_path), TimeZone = timeZone });
        await using (reader.ConfigureAwait(false))
        {
            await foreach (ReadItem read in reader.ReadAsync(cancellation).ConfigureAwait(false))
            {
                if (read.Item is { } item)
                {
                    return new SourceItem { Ordinal = number, Item = item, Origin = origin };
                }

                if (read.Finding is { Severity: Severity.Error } finding)
                {
                    return Failed(number, subject, finding.Code, $"Appointment {number.ToString(CultureInfo.InvariantCulture)}: {finding.Message}");
                }
            }
        }

        return Failed(number, subject, FailureCode.InvalidData, $"Appointment {number.ToString(CultureInfo.InvariantCulture)} holds nothing.");
    }

    private static SourceItem Failed(long number, string subject, FailureCode code, string detail) => new()
    {
        Ordinal = number,
        Subject = subject,
        Verdict = new Policies.Verdict(Policies.ItemAction.Fail, Policies.ActionReason.Failed),
        Failure = code,
        Detail = detail,
    };
}
