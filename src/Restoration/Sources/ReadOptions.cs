namespace Restoration.Sources;

/// <summary>How a file is read.</summary>
public sealed record ReadOptions
{
    /// <summary>The file's name for findings, as the user wrote it.</summary>
    public required string FileName { get; init; }

    /// <summary>What dates without a zone mean, in formats where that is a question (CSV, JSON); null makes them an error.</summary>
    public string? TimeZone { get; init; }

    /// <summary>
    /// The language that a table was written in, such as <c>en-US</c>: of dates such as <c>03/04/2026</c>, and of letters that are not
    /// Unicode. Null makes them an error where nothing in the file tells.
    /// </summary>
    public string? Culture { get; init; }

    /// <summary>What no file may exceed.</summary>
    public ReadLimits Limits { get; init; } = ReadLimits.Default;
}
