using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using Restoration.Hosting;

namespace Restoration.PowerShell.Parameters;

/// <summary>Offers the time zones by the names of the tz database.</summary>
internal sealed class TimeZoneCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
        => CompletionValues.Offer(wordToComplete, RestorationSession.TimeZoneNames.Select(name => (name, name)));
}
