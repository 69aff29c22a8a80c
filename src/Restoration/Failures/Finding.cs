using System.Text;

namespace Restoration.Failures;

/// <summary>Something noticed in an input that does not stop the rest of it from being read.</summary>
/// <param name="Severity">How much it matters.</param>
/// <param name="Code">The stable id.</param>
/// <param name="Message">What is wrong and what was done about it.</param>
public sealed record Finding(Severity Severity, FailureCode Code, string Message)
{
    /// <summary>The file that was read, as the user named it.</summary>
    public string? File { get; init; }

    /// <summary>The line, counted from 1.</summary>
    public long? Line { get; init; }

    /// <summary>The row of a table or the record of a list, counted from 1 without the header.</summary>
    public long? Row { get; init; }

    /// <summary>The item concerned: a UID, a subject, a record id.</summary>
    public string? Item { get; init; }

    /// <summary>The rule that is broken, such as <c>RFC 5545 §3.6.1</c>.</summary>
    public string? Rule { get; init; }

    /// <summary>One line for people: <c>backup.ics, line 12: …</c>.</summary>
    public override string ToString()
    {
        StringBuilder text = new();
        text.Append(File);
        if (Line is not null)
        {
            text.Append(text.Length > 0 ? ", " : "").Append("line ").Append(Line);
        }

        if (Row is not null)
        {
            text.Append(text.Length > 0 ? ", " : "").Append("row ").Append(Row);
        }

        text.Append(text.Length > 0 ? ": " : "").Append(Message);
        if (Rule is not null)
        {
            text.Append(" (").Append(Rule).Append(')');
        }

        return text.ToString();
    }
}
