using System.Globalization;
using System.Text;
using System.Text.Json;
using Restoration.Failures;
using Restoration.Sources.AuditLog;

namespace Restoration.Formats.AuditRecords;

/// <summary>Collects the records and findings of a file, and knows which place of the file is being read.</summary>
/// <param name="file">The file, as the user named it.</param>
internal sealed class AuditResults(string? file)
{
    // The most characters that a cell of Excel can hold.
    private const int ExcelCellLength = 32_767;

    private bool _isLatinReported;
    private bool _isLocalTimeReported;
    private long _counted;

    /// <summary>What nobody has taken yet.</summary>
    public List<ReadAuditRecord> Pending { get; } = [];

    /// <summary>The row that is being read; null to count what is found.</summary>
    public long? Row { get; set; }

    /// <summary>The line that is being read.</summary>
    public long? Line { get; set; }

    /// <summary>How many records were found.</summary>
    public long Records { get; private set; }

    /// <summary>Takes a record and says where it comes from.</summary>
    public void Add(AuditRecord record)
    {
        Records++;
        Pending.Add(new ReadAuditRecord(record with { File = file, Row = Row ?? ++_counted }, null));
    }

    /// <summary>Takes what the reader of the rows has noticed.</summary>
    public void Add(Finding finding) => Pending.Add(new ReadAuditRecord(null, finding));

    /// <summary>There is JSON, but no record in it.</summary>
    public void AddNoRecord()
        => AddError("there is JSON here but no audit record: no object with Operation and CreationTime.");

    /// <summary>A row has nothing in AuditData.</summary>
    public void AddNoAuditData(bool isRowEmpty)
        => AddError(isRowEmpty ? "the row is empty." : "the row has no AuditData, so it does not say which item it is about. Export the AuditData column too.");

    /// <summary>A row does not say what was done, or when.</summary>
    public void AddIncomplete(bool isRowEmpty)
        => AddError(isRowEmpty ? "the row is empty." : "the row does not say what was done and when: it has no Operation or no time.");

    /// <summary>A time is of no form that is known.</summary>
    public void AddUnreadableTime(string? text) => AddError($"'{text}' is no time that can be read.");

    /// <summary>JSON stops in the middle or is malformed.</summary>
    public void AddBrokenJson(ReadOnlySpan<byte> json, JsonException exception)
    {
        int length = Encoding.UTF8.GetCharCount(json);
        AddError(length == ExcelCellLength
            ? $"the cell was cut by a spreadsheet after {ExcelCellLength} characters. Export again as CSV without opening it in Excel."
            : string.Create(
                CultureInfo.InvariantCulture,
                $"the JSON is broken or cut off at character {exception.BytePositionInLine + 1} of its line {exception.LineNumber + 1}. Export the record again."));
    }

    /// <summary>The rest of a file is no JSON.</summary>
    public void AddBrokenFile()
        => AddError("the JSON is broken or cut off from here on; what is behind it cannot be read. Download or export the file again.");

    /// <summary>The text has bytes that are no UTF-8; said once a file.</summary>
    public void AddLatin()
    {
        if (!_isLatinReported)
        {
            _isLatinReported = true;
            Add(Severity.Warning, FailureCode.InvalidData, "the text is not UTF-8 from here on; what is not is read as Windows-1252. Save the file as UTF-8 if letters look wrong.");
        }
    }

    /// <summary>A time says neither its zone nor its language; said once a file.</summary>
    public void AddLocalTime(string? text)
    {
        if (!_isLocalTimeReported)
        {
            _isLocalTimeReported = true;
            Add(Severity.Warning, FailureCode.TimeZoneRequired, $"'{text}' does not say its time zone; such times are read as UTC from here on, a month before its day where both are possible.");
        }
    }

    /// <summary>A record tells that an appointment was lost but nothing of the appointment.</summary>
    public void AddNoContent(string? id)
        => Add(Severity.Warning, FailureCode.ContentNotFound, "the row tells of an appointment but holds neither its subject nor its start; nothing is made up for it.", id);

    /// <summary>A record holds an appointment that cannot be read.</summary>
    public void AddUnreadableContent(string? id, RestorationException reason)
        => Add(Severity.Error, reason.Code, $"the appointment in the row cannot be read: {reason.Message}", reason.Subject ?? id);

    private void AddError(string message) => Add(Severity.Error, FailureCode.ParserError, message);

    private void Add(Severity severity, FailureCode code, string message, string? item = null)
        => Add(new Finding(severity, code, message) { File = file, Line = Line, Row = Row ?? (severity == Severity.Error ? ++_counted : _counted + 1), Item = item });
}
