using System.Management.Automation;
using Restoration.Failures;
using Restoration.Hosting;

namespace Restoration.PowerShell;

/// <summary>
/// The base of all cmdlets. Their methods are async and run on the pipeline thread; Ctrl+C and Select-Object -First end them
/// after the item in flight. Failures become error records in one place.
/// </summary>
public abstract class AsyncCmdlet : PSCmdlet, IDisposable
{
    private readonly object _gate = new();
    private CancellationTokenSource? _stop = new();

    /// <summary>Whether this run only says what it would do.</summary>
    protected bool IsWhatIf => MyInvocation.BoundParameters.TryGetValue("WhatIf", out object? given)
        ? (SwitchParameter)given
        : LanguagePrimitives.IsTrue(GetVariableValue("WhatIfPreference"));

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            _stop?.Dispose();
            _stop = null;
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>Before the first object of the pipeline.</summary>
    protected virtual Task BeginAsync(CancellationToken stop) => Task.CompletedTask;

    /// <summary>For each object of the pipeline; once if there is no pipeline.</summary>
    protected virtual Task ProcessAsync(CancellationToken stop) => Task.CompletedTask;

    /// <summary>After the last object of the pipeline.</summary>
    protected virtual Task EndAsync(CancellationToken stop) => Task.CompletedTask;

    /// <inheritdoc/>
    protected sealed override void BeginProcessing() => Run(BeginAsync, isForOneObject: false);

    /// <inheritdoc/>
    protected sealed override void ProcessRecord() => Run(ProcessAsync, isForOneObject: true);

    /// <inheritdoc/>
    protected sealed override void EndProcessing() => Run(EndAsync, isForOneObject: false);

    /// <inheritdoc/>
    protected sealed override void StopProcessing()
    {
        lock (_gate)
        {
            // Not Cancel: what that runs may take its time, and whoever presses Ctrl+C must not wait for it here.
            _ = _stop?.CancelAsync();
        }
    }

    /// <summary>What this runspace works with: the store that it is connected to, or the default one.</summary>
    private protected ValueTask<RestorationSession> OpenAsync(CancellationToken stop) => RunspaceSession.Current.OpenAsync(stop);

    /// <summary>Says that one object failed, and goes on.</summary>
    private protected void Fail(RestorationException failure, object? target = null) => WriteError(ErrorRecords.Of(failure, target));

    private void Run(Func<CancellationToken, Task> body, bool isForOneObject)
    {
        CancellationTokenSource stop = _stop!;
        try
        {
            PipelinePump.Run(body, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
        catch (RestorationException failure) when (isForOneObject && !ErrorRecords.EndsPipeline(failure.Code))
        {
            Fail(failure);
        }
        catch (RestorationException failure)
        {
            ThrowTerminatingError(ErrorRecords.Of(failure));
        }
    }
}
