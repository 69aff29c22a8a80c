namespace Restoration.Formats.ICalendar.Lexing;

/// <summary>What came of an attempt to read a line.</summary>
internal enum LineStatus
{
    /// <summary>A whole line was appended.</summary>
    Line,

    /// <summary>The window has been read; fill it and try again.</summary>
    NeedsInput,

    /// <summary>There are no more lines.</summary>
    EndOfInput,
}
