using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using Restoration.Hosting;

namespace Restoration.PowerShell.Parameters;

/// <summary>Offers the file formats: those of calendars, or those of whole mailboxes to the cmdlets that are about them.</summary>
internal sealed class FormatCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
        => CompletionValues.Offer(wordToComplete, NamesFor(commandName).Select(name => (name, name)));

    private static IReadOnlyList<string> NamesFor(string command)
        => command.EndsWith("-Mailbox", StringComparison.OrdinalIgnoreCase) ? RestorationSession.MailboxFormatNames : RestorationSession.FormatNames;
}
