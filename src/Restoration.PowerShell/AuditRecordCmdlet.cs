using System.Management.Automation;
using Restoration.Failures;
using Restoration.Hosting;
using Restoration.PowerShell.Parameters;
using Restoration.Sources.AuditLog;

namespace Restoration.PowerShell;

/// <summary>
/// The base of cmdlets that restore what audit records name: records of files, or of the pipeline in whatever shape
/// Search-UnifiedAuditLog, Search-MailboxAuditLog, Graph or Import-Csv gave them.
/// </summary>
public abstract class AuditRecordCmdlet : RestoreCmdlet
{
    private static readonly string[] Given = [nameof(AuditData), nameof(InputObject)];
    private readonly List<string> _files = [];
    private List<ReadAuditRecord>? _records;
    private bool _isOperationGiven;
    private bool _isNothing;

    /// <summary>Exports of audit records.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Path"), SupportsWildcards, ValidateNotNullOrEmpty]
    public string[]? Path { get; set; }

    /// <summary>Exports of audit records, by names that hold no wildcards.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "LiteralPath"), Alias("PSPath"), ValidateNotNullOrEmpty]
    public string[]? LiteralPath { get; set; }

    /// <summary>An audit record, as an object or as JSON; or a file of them.</summary>
    [Parameter(ValueFromPipeline = true, ParameterSetName = "Record")]
    public PSObject? InputObject { get; set; }

    /// <summary>The record itself: JSON, or the object that JSON stands for.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = "Record")]
    public object? AuditData { get; set; }

    /// <summary>The record's id.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = "Record"), Alias("Id", "Identity")]
    public string? RecordId { get; set; }

    /// <summary>Who did it, if AuditData does not say.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = "Record"), Alias("UserIds")]
    public string? UserId { get; set; }

    /// <summary>When it was done, if AuditData does not say.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = "Record"), Alias("CreationTime", "CreatedDateTime"), DateTransformation]
    public string? CreationDate { get; set; }

    /// <summary>The type of the record, by name or number.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = "Record"), Alias("AuditLogRecordType")]
    public string? RecordType { get; set; }

    /// <summary>On the command line, only records of operations that fit; from the pipeline, the operation of the record.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Alias("Operations"), SupportsWildcards]
    public string[]? Operation { get; set; }

    /// <summary>The files of records, by their full paths.</summary>
    private protected IReadOnlyList<string> Files => _files;

    /// <summary>The records of the pipeline; null if there is no pipeline, which is something else than an empty one.</summary>
    private protected IReadOnlyList<ReadAuditRecord>? Records => _records;

    /// <summary>The operations that were asked for.</summary>
    private protected IReadOnlyList<string> WantedOperations => _isOperationGiven ? Operation ?? [] : [];

    private protected override bool HasSource => _files.Count > 0 || _records is not null;

    /// <inheritdoc/>
    protected sealed override Task BeginAsync(CancellationToken stop)
    {
        _isOperationGiven = MyInvocation.BoundParameters.ContainsKey(nameof(Operation));
        _records = MyInvocation.ExpectingInput ? [] : null;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected sealed override async Task ProcessAsync(CancellationToken stop)
    {
        _files.AddRange(FilePaths.Existing(this, Path));
        _files.AddRange(FilePaths.Literal(this, LiteralPath));
        if (InputObject?.BaseObject is FileInfo file)
        {
            _files.Add(file.FullName);
        }
        else if ((AuditData is null or "" ? InputObject : AuditData) is { } record)
        {
            RestorationSession session = await OpenAsync(stop);
            (_records ??= []).Add(session.AuditLog.Parse(RecordJson.Of(record), ReadEnvelope(_records.Count + 1)));
        }
        else if (Given.Any(MyInvocation.BoundParameters.ContainsKey) || MyInvocation.ExpectingInput)
        {
            // A variable that holds nothing does not ask for the store's own trail.
            _records ??= [];
            _isNothing = true;
            Fail(new RestorationException(FailureCode.InvalidArgument, "What was given for an audit record is nothing."));
        }
    }

    /// <inheritdoc/>
    protected sealed override Task EndAsync(CancellationToken stop)
        => _isNothing && _records is { Count: 0 } && _files.Count == 0 ? Task.CompletedTask : RestoreAsync(stop);

    private AuditRecordEnvelope ReadEnvelope(long row) => new()
    {
        RecordId = RecordId,
        Operation = _isOperationGiven ? null : Operation?.FirstOrDefault(),
        UserId = UserId,
        CreationDate = CreationDate,
        RecordType = RecordType,
        Row = row,
    };
}
