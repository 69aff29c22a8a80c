using FsCheck;
using FsCheck.Fluent;
using Restoration.Contracts.Support;
using Restoration.Items;
using Restoration.Policies;

namespace Restoration.Contracts;

/// <summary>A calendar, what is restored into it, and how.</summary>
internal sealed record EngineCase(Item[] Target, Item[] Source, ConflictResolutionOption Option, int BatchSize)
{
    // Few numbers, bodies and sequences, so that identical, differing, newer and repeated items all happen often.
    private static readonly Gen<Item> Single =
        from number in Gen.Choose(1, 6)
        from body in Gen.Elements("A", "B")
        from sequence in Gen.Choose(0, 2)
        from uid in Gen.Elements<string?>(null, null, null, "elsewhere")
        select Some.Appointment(number, body, sequence, uid is null ? null : $"{uid}-{number}");

    private static readonly Gen<Item> Recurring =
        from number in Gen.Choose(1, 2)
        from body in Gen.Elements("A", "B")
        from occurrence in Gen.Elements<int?>(null, 1, 2)
        select occurrence is { } day ? Some.Override(number, day, body) : Some.Series(number, body);

    private static readonly Gen<Item> AnyItem = Gen.Frequency((3, Single), (1, Recurring));

    /// <summary>Any case; an item of the calendar may be there twice, and so may one of the source.</summary>
    public static Gen<EngineCase> Any { get; } =
        from target in AnyItem.ArrayOf(8)
        from twins in Gen.Frequency((4, Gen.Constant(false)), (1, Gen.Constant(true)))
        from source in AnyItem.ArrayOf(8)
        from option in Gen.Elements(Enum.GetValues<ConflictResolutionOption>())
        from batch in Gen.Choose(1, 5)
        select new EngineCase(twins ? target : [.. target.DistinctBy(item => (item.Key.Uid, item.Key.RecurrenceId))], source, option, batch);

    public override string ToString() => $"{Option}, {BatchSize}: [{Describe(Target)}] <- [{Describe(Source)}]";

    private static string Describe(Item[] items)
        => string.Join(", ", items.Select(item => System.Text.Encoding.UTF8.GetString(item.Content.Span).Replace('\n', ' ')));
}
