using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using Restoration.Failures;
using Restoration.Hosting;

namespace Restoration.PowerShell.Parameters;

/// <summary>Completes from what the store of the runspace has. Makes no store, asks no network, and offers nothing rather than to fail.</summary>
public abstract class StoreCompleter : IArgumentCompleter
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        List<(string, string)> values = [];
        using CancellationTokenSource stop = new(Patience);
        try
        {
            PipelinePump.Run(
                async token =>
                {
                    if (await RunspaceSession.Current.FindAsync(token) is { } session)
                    {
                        values.AddRange(await FindAsync(session, fakeBoundParameters ?? new Hashtable(), token));
                    }
                },
                stop);
        }
        catch (Exception failure) when (failure is RestorationException or OperationCanceledException)
        {
            // Somebody is typing: there is nobody to tell, and the cmdlet itself will say what is wrong.
            return [];
        }

        return CompletionValues.Offer(wordToComplete, values);
    }

    /// <summary>The values that there are, each with what to say of it.</summary>
    /// <param name="session">The store.</param>
    /// <param name="given">The parameters that were typed already.</param>
    /// <param name="stop">Ends when patience does.</param>
    private protected abstract ValueTask<IEnumerable<(string Value, string ToolTip)>> FindAsync(
        RestorationSession session, IDictionary given, CancellationToken stop);
}
