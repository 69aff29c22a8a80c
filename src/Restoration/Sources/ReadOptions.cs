namespace Restoration.Sources;

/// <summary>How a file is read.</summary>
public sealed record ReadOptions
{
    /// <summary>The file's name for findings, as the user wrote it.</summary>
    public required string FileName { get; init; }

    /// <summary>What dates without a zone mean, in formats where that is a question (CSV, JSON); null makes them an error.</summary>
    public string? TimeZone { get; init; }

    /// <summary>
    /// The language that dates such as <c>03/04/2026</c> are written in, such as <c>en-US</c>; null makes them an error where nothing
    /// in the file says which number is the month.
    /// </summary>
    public string? Culture { get; init; }

    /// <summary>What no file may exceed.</summary>
    public ReadLimits Limits { get; init; } = ReadLimits.Default;
}
