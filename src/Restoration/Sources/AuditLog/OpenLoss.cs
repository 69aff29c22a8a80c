namespace Restoration.Sources.AuditLog;

/// <summary>An appointment that has left its calendar, with everything that happened to it since.</summary>
internal sealed class OpenLoss(LossEvent first)
{
    // Most losses are one step, and losses are many.
    private List<RecordReference>? _later;

    /// <summary>How it left.</summary>
    public LossEvent First { get; } = first;

    /// <summary>What happened to it last.</summary>
    public LossEvent Last { get; private set; } = first;

    /// <summary>All that happened to it.</summary>
    public IReadOnlyList<RecordReference> Records => [First.Record, .. _later ?? []];

    /// <summary>How far it is gone.</summary>
    public AuditAction Stage { get; private set; } = first.Action;

    /// <summary>Whether it has not come back.</summary>
    public bool IsOpen { get; private set; } = true;

    /// <summary>The later step of the same loss.</summary>
    public void Continue(LossEvent step)
    {
        Last = step;
        (_later ??= []).Add(step.Record);
        Stage = step.Action > Stage ? step.Action : Stage;
    }

    /// <summary>It has come back, or another record counts in its place.</summary>
    public void Close() => IsOpen = false;
}
