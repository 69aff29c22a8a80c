namespace Restoration.Sources;

/// <summary>Which audit record led to an item.</summary>
/// <param name="RecordId">The record's id.</param>
/// <param name="Operation">What the record says was done.</param>
/// <param name="CreationTime">When it was done.</param>
/// <param name="UserId">Who did it.</param>
/// <param name="File">The file of the record.</param>
/// <param name="Row">The row in the file.</param>
public sealed record RecordReference(
    string? RecordId, string Operation, DateTimeOffset CreationTime, string? UserId, string? File, long? Row)
{
    private readonly CompactId _recordId = CompactId.Of(RecordId);

    /// <summary>The record's id.</summary>
    public string? RecordId
    {
        get => _recordId.ToString();
        init => _recordId = CompactId.Of(value);
    }

    /// <summary>What was done, when and by whom, and where that stands.</summary>
    public override string ToString()
    {
        string user = UserId is null ? "" : $" by {UserId}";
        string row = Row is null ? "" : FormattableString.Invariant($" row {Row}");
        string place = $"{File}{row}".Trim();
        return FormattableString.Invariant($"{Operation} at {CreationTime:u}{user}{(place.Length > 0 ? $" ({place})" : "")}");
    }
}
