using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using Restoration.Hosting;

namespace Restoration.PowerShell.Parameters;

/// <summary>Offers the formats of mailboxes.</summary>
internal sealed class MailboxFormatCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
        => CompletionValues.Offer(wordToComplete, RestorationSession.MailboxFormatNames.Select(name => (name, name)));
}
