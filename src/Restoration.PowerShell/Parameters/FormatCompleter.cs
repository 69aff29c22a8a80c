using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using Restoration.Hosting;

namespace Restoration.PowerShell.Parameters;

/// <summary>Offers the file formats.</summary>
internal sealed class FormatCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
        => CompletionValues.Offer(wordToComplete, RestorationSession.FormatNames.Select(name => (name, name)));
}
