using System.Globalization;
using System.Management.Automation;
using System.Runtime.CompilerServices;
using Restoration.Execution;

namespace Restoration.PowerShell;

/// <summary>Shows how far a run has come: at most five times a second, and that it is over. Made on the pipeline thread.</summary>
internal sealed class PipelineProgress(Cmdlet cmdlet, string activity, TimeProvider clock) : IProgress<RestoreProgress>
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(200);

    // Brings the reports of the engine's threads to the pipeline's.
    private readonly IProgress<ProgressRecord> _pipeline = new Progress<ProgressRecord>(cmdlet.WriteProgress);
    private readonly int _id = RuntimeHelpers.GetHashCode(cmdlet);
    private long? _last;

    /// <inheritdoc/>
    public void Report(RestoreProgress value)
    {
        if (_last is { } last && clock.GetElapsedTime(last) < Pace)
        {
            return;
        }

        _last = clock.GetTimestamp();
        string total = value.Total is { } all ? string.Create(CultureInfo.InvariantCulture, $" of {all}") : "";
        _pipeline.Report(new ProgressRecord(_id, activity, string.Create(CultureInfo.InvariantCulture, $"{value.Counts.Found}{total} items"))
        {
            PercentComplete = value.PercentComplete ?? -1,
            SecondsRemaining = value.Remaining is { } time ? (int)Math.Min(time.TotalSeconds, int.MaxValue) : -1,
            CurrentOperation = value.CurrentItem.Length > 0 ? value.CurrentItem : null,
        });
    }

    /// <summary>Takes the bar away, if there is one. On the pipeline thread.</summary>
    public void Complete()
    {
        if (_last is not null)
        {
            cmdlet.WriteProgress(new ProgressRecord(_id, activity, "Done") { RecordType = ProgressRecordType.Completed });
        }
    }
}
