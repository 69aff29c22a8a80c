using Restoration.PowerShell;

namespace Restoration.Module.Tests;

/// <summary>Async bodies run on the thread that pumps, end whatever happens, and never wait for that thread themselves.</summary>
public sealed class PumpTests
{
    [Fact]
    public void Every_continuation_comes_back_to_the_thread()
    {
        int thread = Environment.CurrentManagedThreadId;
        List<int> seen = [];
        Run(async _ =>
        {
            for (int turn = 0; turn < 3; turn++)
            {
                await OnAnotherThread();
                seen.Add(Environment.CurrentManagedThreadId);
            }
        });
        Assert.Equal([thread, thread, thread], seen);
    }

    [Fact]
    public void The_context_of_before_is_back_afterwards()
    {
        SynchronizationContext? before = SynchronizationContext.Current;
        Run(_ => Task.CompletedTask);
        Assert.Same(before, SynchronizationContext.Current);
        Assert.Throws<InvalidOperationException>(() => Run(_ => throw new InvalidOperationException()));
        Assert.Same(before, SynchronizationContext.Current);
    }

    [Fact]
    public void What_the_body_throws_comes_out() => Assert.Throws<InvalidOperationException>(() => Run(async _ =>
    {
        await OnAnotherThread();
        throw new InvalidOperationException();
    }));

    [Fact]
    public void A_body_is_stopped_from_another_thread_and_unwinds()
    {
        using CancellationTokenSource stop = new();
        bool hasUnwound = false;
        Assert.ThrowsAny<OperationCanceledException>(() => PipelinePump.Run(
            async token =>
            {
                try
                {
                    _ = stop.CancelAsync();
                    await Task.Delay(Timeout.InfiniteTimeSpan, token);
                }
                finally
                {
                    await OnAnotherThread();
                    hasUnwound = true;
                }
            },
            stop));
        Assert.True(hasUnwound);
    }

    [Fact]
    public void A_report_that_throws_stops_the_body_which_still_unwinds()
    {
        bool hasUnwound = false;
        Assert.Throws<NotSupportedException>(() => Run(async token =>
        {
            IProgress<int> progress = new Progress<int>(_ => throw new NotSupportedException());
            try
            {
                progress.Report(1);
                await Task.Delay(Timeout.InfiniteTimeSpan, token);
            }
            finally
            {
                await OnAnotherThread();
                hasUnwound = true;
            }
        }));
        Assert.True(hasUnwound);
    }

    [Fact]
    public void Reports_come_in_order_and_none_after_the_end()
    {
        List<int> seen = [];
        IProgress<int>? progress = null;
        Run(async _ =>
        {
            progress = new Progress<int>(seen.Add);
            progress.Report(1);
            progress.Report(2);
            await OnAnotherThread();
        });
        progress!.Report(3);
        Assert.Equal([1, 2], seen);
    }

    [Fact]
    public void Nobody_may_wait_for_the_thread_that_waits() => Run(_ =>
    {
        Assert.Throws<NotSupportedException>(() => SynchronizationContext.Current!.Send(_ => { }, null));
        return Task.CompletedTask;
    });

    private static void Run(Func<CancellationToken, Task> body)
    {
        using CancellationTokenSource stop = new();
        PipelinePump.Run(body, stop);
    }

    private static Task OnAnotherThread() => Task.Run(() => { });
}
