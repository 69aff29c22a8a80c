using Restoration.Failures;

namespace Restoration.Requests.MailboxRestores;

/// <summary>What a mailbox restore would be like, and whether it can be.</summary>
public sealed record RestoreValidation
{
    /// <summary>Whether nothing speaks against it; warnings do not.</summary>
    public bool IsValid => Findings.All(finding => finding.Severity != Severity.Error);

    /// <summary>The source mailbox, as far as it was found.</summary>
    public required string SourceMailbox { get; init; }

    /// <summary>The target mailbox.</summary>
    public string? TargetMailbox { get; init; }

    /// <summary>The folder of the target that everything would go below of; null for the top.</summary>
    public string? TargetRootFolder { get; init; }

    /// <summary>The folder that it would go to if nobody named one.</summary>
    public string? RecommendedFolder { get; init; }

    /// <summary>How many items there are to look at; a content filter lets fewer through.</summary>
    public long EstimatedItemCount { get; init; }

    /// <summary>How many bytes they have.</summary>
    public ByteQuantifiedSize EstimatedSize { get; init; }

    /// <summary>How long it may take, at the pace of what was restored before.</summary>
    public TimeSpan EstimatedDuration { get; init; }

    /// <summary>What was found.</summary>
    public IReadOnlyList<RestoreCheckFinding> Findings { get; init; } = [];
}

/// <summary>Something that a check has found.</summary>
/// <param name="Code">One of <see cref="RestoreCheckCodes"/>.</param>
/// <param name="Severity">Whether it keeps the restore from being made.</param>
/// <param name="Message">What is wrong and what to do.</param>
public sealed record RestoreCheckFinding(string Code, Severity Severity, string Message)
{
    /// <summary>One line for people.</summary>
    public override string ToString() => Message.StartsWith(Code, StringComparison.Ordinal) ? Message : $"{Code}: {Message}";
}
