using Restoration.Sources;

namespace Restoration.Requests;

/// <summary>A source that holds more than items: users, saved restores, and an audit trail of another program.</summary>
public interface IRecordSource : ISource
{
    /// <summary>Reads what it holds besides items.</summary>
    ValueTask<ForeignRecords> ReadRecordsAsync(CancellationToken cancellation);
}
