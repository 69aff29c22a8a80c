using System.Globalization;
using System.Management.Automation;
using System.Runtime.CompilerServices;
using Restoration.Execution;

namespace Restoration.PowerShell;

/// <summary>Shows how far a run has come: at most five times a second, and that it is over. Made on the pipeline thread.</summary>
internal sealed class PipelineProgress : IProgress<RestoreProgress>
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(200);
    private readonly Cmdlet _cmdlet;
    private readonly string _activity;
    private readonly TimeProvider _clock;
    private readonly IProgress<ProgressRecord> _pipeline;
    private readonly int _id;
    private long? _last;
    private bool _isOver;

    public PipelineProgress(Cmdlet cmdlet, string activity, TimeProvider clock)
    {
        (_cmdlet, _activity, _clock, _id) = (cmdlet, activity, clock, RuntimeHelpers.GetHashCode(cmdlet));

        // Brings the reports of the engine's threads to the pipeline's; one that comes late must not bring the bar back.
        _pipeline = new Progress<ProgressRecord>(record =>
        {
            if (!_isOver)
            {
                _cmdlet.WriteProgress(record);
            }
        });
    }

    /// <inheritdoc/>
    public void Report(RestoreProgress value)
    {
        if (_last is { } last && _clock.GetElapsedTime(last) < Pace)
        {
            return;
        }

        _last = _clock.GetTimestamp();
        string total = value.Total is { } all ? string.Create(CultureInfo.InvariantCulture, $" of {all}") : "";
        _pipeline.Report(new ProgressRecord(_id, _activity, string.Create(CultureInfo.InvariantCulture, $"{value.Counts.Found}{total} items"))
        {
            PercentComplete = value.PercentComplete ?? -1,
            SecondsRemaining = value.Remaining is { } time ? (int)Math.Min(time.TotalSeconds, int.MaxValue) : -1,
            CurrentOperation = value.CurrentItem.Length > 0 ? value.CurrentItem : null,
        });
    }

    /// <summary>Takes the bar away, if there is one. On the pipeline thread.</summary>
    public void Complete()
    {
        _isOver = true;
        if (_last is not null)
        {
            _cmdlet.WriteProgress(new ProgressRecord(_id, _activity, "Done") { RecordType = ProgressRecordType.Completed });
        }
    }
}
