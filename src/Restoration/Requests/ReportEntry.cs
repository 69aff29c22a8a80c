namespace Restoration.Requests;

/// <summary>One entry of a request's report.</summary>
/// <param name="CreationTime">When it was written.</param>
/// <param name="Type">Informational, Warning or Error.</param>
/// <param name="Message">What happened.</param>
public sealed record ReportEntry(DateTimeOffset CreationTime, string Type, string Message)
{
    /// <summary>One line for people.</summary>
    public override string ToString() => FormattableString.Invariant($"{CreationTime.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z [{Type}] {Message}");
}
