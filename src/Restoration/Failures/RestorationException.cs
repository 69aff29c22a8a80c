namespace Restoration.Failures;

/// <summary>
/// The one exception that the libraries throw for whatever is not a bug.
/// The message says what happened, where (file, line, item) and what to do about it.
/// </summary>
public sealed class RestorationException : Exception
{
    /// <summary>Makes a failure.</summary>
    /// <param name="code">The stable id.</param>
    /// <param name="message">What happened, where, and what to do; no secrets and no bodies.</param>
    /// <param name="subject">What the failure is about: a path, a location, an item, a request.</param>
    /// <param name="innerException">The technical cause, if there is one.</param>
    public RestorationException(FailureCode code, string message, string? subject = null, Exception? innerException = null)
        : base(message, innerException)
    {
        Code = code;
        Subject = subject;
    }

    /// <summary>The stable id.</summary>
    public FailureCode Code { get; }

    /// <summary>What the failure is about: a path, a location, an item, a request.</summary>
    public string? Subject { get; }
}
