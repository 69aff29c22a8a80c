namespace Restoration.Failures;

/// <summary>How much a finding matters.</summary>
public enum Severity
{
    /// <summary>Worth knowing; nothing is lost or changed.</summary>
    Information,

    /// <summary>Something was repaired or read in a way that the writer may not have meant.</summary>
    Warning,

    /// <summary>This record, row or event could not be used.</summary>
    Error,
}
