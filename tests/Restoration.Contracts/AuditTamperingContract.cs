using Restoration.Auditing;
using Restoration.Contracts.Support;
using Restoration.Stores;

namespace Restoration.Contracts;

/// <summary>Whoever can write to the store past the program can change the trail, but not without its being noticed, and where.</summary>
public abstract class AuditTamperingContract : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;

    /// <summary>What is done to a trail of six entries, and the first entry that is not as it was written.</summary>
    public static TheoryData<string, long> Deeds => new()
    {
        { "change the first", 1 },
        { "change the third", 3 },
        { "change the last", 6 },
        { "remove the first", 1 },
        { "remove the third", 3 },
        { "remove the last", 6 },
        { "remove the last three", 4 },
        { "remove all", 1 },
        { "swap the second and the third", 2 },
        { "swap the first and the last", 1 },
        { "exchange what the second and the third say", 2 },
        { "insert after the third", 5 },
        { "add at the end", 7 },
        { "change the hash of the fourth", 4 },
        { "change the hash of the last", 6 },
        { "change the third and its hash", 4 },
        { "write it again from the fourth on", 6 },
    };

    /// <summary>The store.</summary>
    protected IStore Store { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Store = await CreateAsync();
        await using IStoreTransaction transaction = await Store.BeginWriteAsync(None);
        await transaction.Audit.AppendAsync([.. Enumerable.Range(1, 6).Select(number => Entry($"Operation {number}"))], None);
        await transaction.CommitAsync(None);
    }

    public virtual async Task DisposeAsync() => await Store.DisposeAsync();

    [Fact]
    public async Task A_trail_that_nobody_touched_is_whole()
        => Assert.Equal(new AuditVerdict(true, 6, null, "Every entry is as it was written."), await VerifyAsync());

    [Theory]
    [MemberData(nameof(Deeds))]
    public async Task It_is_noticed_and_the_entry_is_named(string deed, long broken)
    {
        await using (IStoreTransaction transaction = await Store.BeginReadAsync(None))
        {
            await TamperAsync(Do(deed, [.. await transaction.Audit.ReadAsync(AuditFilter.All, 0, 10, None)]));
        }

        AuditVerdict verdict = await VerifyAsync();

        Assert.Equal((false, broken), (verdict.IsValid, verdict.FirstBroken));
        Assert.Contains($"{broken}", verdict.Detail, StringComparison.Ordinal);
    }

    /// <summary>Makes an empty store.</summary>
    protected abstract ValueTask<IStore> CreateAsync();

    /// <summary>Puts other entries in the place of the trail, past the program; what the store keeps of its end beside it stays.</summary>
    protected abstract Task TamperAsync(IReadOnlyList<AuditEntry> trail);

    private static AuditEntry[] Do(string deed, AuditEntry[] trail) => deed switch
    {
        "change the first" => Change(trail, 0),
        "change the third" => Change(trail, 2),
        "change the last" => Change(trail, 5),
        "remove the first" => trail[1..],
        "remove the third" => [.. trail[..2], .. trail[3..]],
        "remove the last" => trail[..5],
        "remove the last three" => trail[..3],
        "remove all" => [],
        "swap the second and the third" => Swap(trail, 1, 2),
        "swap the first and the last" => Swap(trail, 0, 5),
        "exchange what the second and the third say" =>
            [trail[0], trail[1] with { Operation = trail[2].Operation }, trail[2] with { Operation = trail[1].Operation }, .. trail[3..]],
        "insert after the third" =>
            [.. trail[..3], AuditChain.Link(Entry("Forged"), 4, trail[2].Hash), .. trail[3..].Select(entry => entry with { Sequence = entry.Sequence + 1 })],
        "add at the end" => [.. trail, AuditChain.Link(Entry("Forged"), 7, trail[5].Hash)],
        "change the hash of the fourth" => Replace(trail, 3, trail[3] with { Hash = trail[4].Hash }),
        "change the hash of the last" => Replace(trail, 5, trail[5] with { Hash = trail[4].Hash }),
        "change the third and its hash" => Replace(trail, 2, AuditChain.Link(trail[2] with { Actor = "mallory" }, 3, trail[1].Hash)),
        _ => Rewrite(trail),
    };

    private static AuditEntry[] Change(AuditEntry[] trail, int index) => Replace(trail, index, trail[index] with { Actor = "mallory" });

    private static AuditEntry[] Swap(AuditEntry[] trail, int left, int right) => Replace(
        Replace(trail, left, trail[right] with { Sequence = trail[left].Sequence }), right, trail[left] with { Sequence = trail[right].Sequence });

    private static AuditEntry[] Replace(AuditEntry[] trail, int index, AuditEntry entry) => [.. trail[..index], entry, .. trail[(index + 1)..]];

    // Whoever knows how the links are made can make them all anew; the end that is kept beside the trail is what they miss.
    private static AuditEntry[] Rewrite(AuditEntry[] trail)
    {
        List<AuditEntry> forged = [.. trail[..3]];
        foreach (AuditEntry entry in trail[3..])
        {
            forged.Add(AuditChain.Link(entry with { Actor = "mallory" }, entry.Sequence, forged[^1].Hash));
        }

        return [.. forged];
    }

    private static AuditEntry Entry(string operation) => new()
    {
        At = new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero),
        Actor = "alice",
        Operation = operation,
        Target = "store:alice@contoso.com/Calendar",
        Subject = "Subject",
        Before = Some.Appointment(1).ContentHash,
        Outcome = AuditOutcome.Succeeded,
    };

    private async Task<AuditVerdict> VerifyAsync() => await new AuditTrail(new Engine(Store).Workspace).VerifyAsync(None);
}
