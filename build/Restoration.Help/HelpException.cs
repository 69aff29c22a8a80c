namespace Restoration.Help;

/// <summary>A page is not as it has to be.</summary>
internal sealed class HelpException(string message) : Exception(message);
