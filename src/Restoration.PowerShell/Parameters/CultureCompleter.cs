using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace Restoration.PowerShell.Parameters;

/// <summary>Offers the languages that dates are written in.</summary>
internal sealed class CultureCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
        => CompletionValues.Offer(
            wordToComplete, CultureInfo.GetCultures(CultureTypes.SpecificCultures).Select(culture => (culture.Name, culture.EnglishName)).Order());
}
