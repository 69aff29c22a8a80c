using System.Runtime.CompilerServices;
using Restoration.Failures;
using Restoration.Items;
using Restoration.Sources;

namespace Restoration.Tests.Sources;

public sealed class ReadAheadReaderTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(129)]
    [InlineData(5_000)]
    public async Task Everything_comes_in_the_order_of_the_file(int count)
    {
        await using ReadAheadReader reader = new(new Numbers { Count = count });
        Assert.Equal(Enumerable.Range(1, count).Select(number => (long)number), await LinesAsync(reader));
        Assert.Equal(count, reader.Info.ItemCount);
    }

    [Fact]
    public async Task What_stands_before_a_failure_comes_before_it()
    {
        List<long> lines = [];
        await using ReadAheadReader reader = new(new Numbers { Count = 200, Failure = new RestorationException(FailureCode.InvalidData, "Damaged.", "x") });
        RestorationException failure = await Assert.ThrowsAsync<RestorationException>(async () =>
        {
            await foreach (ReadItem item in reader.ReadAsync(None))
            {
                lines.Add(item.Line);
            }
        });
        Assert.Equal(FailureCode.InvalidData, failure.Code);
        Assert.Equal(200, lines.Count);
    }

    [Fact]
    public async Task Never_more_than_a_few_batches_are_read_ahead()
    {
        Numbers numbers = new() { Count = 10_000 };
        await using ReadAheadReader reader = new(numbers);
        long taken = 0;
        await foreach (ReadItem item in reader.ReadAsync(None))
        {
            taken++;
            Assert.InRange(Interlocked.Read(ref numbers.Read), taken, taken + ReadAheadReader.MostAhead);
        }

        Assert.Equal(10_000, taken);
    }

    [Fact]
    public async Task Large_items_are_not_gathered()
    {
        Numbers numbers = new() { Count = 100, Size = 1 << 20 };
        await using ReadAheadReader reader = new(numbers);
        long taken = 0;
        await foreach (ReadItem item in reader.ReadAsync(None))
        {
            taken++;
            Assert.InRange(Interlocked.Read(ref numbers.Read), taken, taken + 3);
        }
    }

    [Fact]
    public async Task Nothing_is_read_any_more_once_somebody_has_had_enough()
    {
        Numbers numbers = new() { Count = int.MaxValue };
        ReadAheadReader reader = new(numbers);
        await foreach (ReadItem item in reader.ReadAsync(None))
        {
            break;
        }

        Assert.True(numbers.IsOver);
        await reader.DisposeAsync();
        Assert.True(numbers.IsDisposed);
    }

    [Fact]
    public async Task Stops_when_it_is_cancelled()
    {
        using CancellationTokenSource stop = new();
        Numbers numbers = new() { Count = int.MaxValue };
        await using ReadAheadReader reader = new(numbers);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (ReadItem item in reader.ReadAsync(stop.Token))
            {
                await stop.CancelAsync();
            }
        });
        Assert.True(numbers.IsOver);
    }

    private static async Task<List<long>> LinesAsync(ReadAheadReader reader)
    {
        List<long> lines = [];
        await foreach (ReadItem item in reader.ReadAsync(None))
        {
            lines.Add(item.Line);
        }

        return lines;
    }

    private sealed class Numbers : IItemReader
    {
        public long Read;

        public int Count { get; init; }

        public int Size { get; init; }

        public Exception? Failure { get; init; }

        public bool IsOver { get; private set; }

        public bool IsDisposed { get; private set; }

        public CalendarInfo Info => new() { ItemCount = Interlocked.Read(ref Read) };

        public async IAsyncEnumerable<ReadItem> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
        {
            try
            {
                for (int number = 1; number <= Count; number++)
                {
                    cancellation.ThrowIfCancellationRequested();
                    await Task.Yield();
                    Interlocked.Increment(ref Read);
                    Item item = new() { ItemClass = ItemClasses.Appointment, Key = default, ContentHash = default, ComparisonHash = default, Size = Size };
                    yield return new ReadItem(item, null) { Line = number };
                }

                if (Failure is not null)
                {
                    throw Failure;
                }
            }
            finally
            {
                IsOver = true;
            }
        }

        public ValueTask DisposeAsync()
        {
            IsDisposed = true;
            return ValueTask.CompletedTask;
        }
    }
}
