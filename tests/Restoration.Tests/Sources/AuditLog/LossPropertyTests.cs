using FsCheck;
using FsCheck.Fluent;
using Restoration.Contracts.Support;
using Restoration.Failures;
using Restoration.Sources.AuditLog;

namespace Restoration.Tests.Sources.AuditLog;

/// <summary>What holds for every trail: each entry is accounted for (<see cref="Trail.Analyze(LossFilter?)"/> asserts it), order and repetition change nothing.</summary>
public sealed class LossPropertyTests
{
    private static readonly AuditedFolder?[] Folders = [Trail.Calendar, Trail.Team, Trail.DeletedItems, Trail.Deletions, Trail.Inbox, null];

    private static readonly Arbitrary<Trail> Trails =
        (from steps in
            (from operation in Gen.Elements("MoveToDeletedItems", "SoftDelete", "HardDelete", "Move", "Update", "Create", "Copy", "FolderBind", "UpdateFolderPermissions")
             from folder in Gen.Elements(Folders)
             from destination in Gen.Elements(Folders)
             from item in Gen.Choose(1, 3)
             from subject in Gen.Elements("Review", "Standup", null)
             from immutable in Gen.Elements(true, false)
             from status in Gen.Frequency((9, Gen.Constant("Succeeded")), (1, Gen.Constant("Failed")))
             select new AuditRecord
             {
                 Operation = operation, CreationTime = default, ResultStatus = status, Folder = folder, DestinationFolder = destination,
                 Items = [Trail.Item(item, subject, immutable: immutable)],
             }).ListOf()
         select steps.Aggregate(new Trail(), (trail, step) => trail.Add(step))).ToArbitrary();

    [Fact]
    public void The_order_of_the_records_does_not_matter()
        => Prop.ForAll(Trails, trail => Describe(trail.Analyze()) == Describe(Trail.Analyze(Enumerable.Reverse(trail.Records)))).CheckSeeded();

    [Fact]
    public void Reading_an_export_twice_changes_nothing()
        => Prop.ForAll(Trails, trail => Describe(trail.Analyze()) == Describe(Trail.Analyze([.. trail.Records, .. trail.Records]))).CheckSeeded();

    [Fact]
    public void A_loss_is_never_of_a_time_after_its_last_record_and_never_twice_of_one_record()
        => Prop.ForAll(Trails, trail =>
        {
            IReadOnlyList<Loss> losses = trail.Analyze().Losses;
            return losses.All(loss => loss.LostAt == loss.Record.CreationTime) && losses.DistinctBy(loss => loss.Record.RecordId).Count() == losses.Count;
        }).CheckSeeded();

    [Fact]
    public void An_appointment_with_an_immutable_id_is_lost_at_most_once()
        => Prop.ForAll(Trails, trail =>
        {
            IReadOnlyList<string> ids = [.. trail.Analyze().Losses.Where(loss => loss is { ImmutableId: not null, Kind: not LossKind.Changed }).Select(loss => loss.ImmutableId!)];
            return ids.Distinct(StringComparer.Ordinal).Count() == ids.Count;
        }).CheckSeeded();

    [Fact]
    public async Task Findings_of_the_file_are_in_the_report()
    {
        Finding finding = new(Severity.Error, FailureCode.ParserError, "broken") { File = "export.csv", Row = 2 };
        async IAsyncEnumerable<ReadAuditRecord> Read()
        {
            yield return new ReadAuditRecord(new Trail().Add("SoftDelete", Trail.Calendar, Trail.Item(1)).Records[0], null);
            await Task.Yield();
            yield return new ReadAuditRecord(null, finding);
        }

        LossReport report = await LossAnalyzer.AnalyzeAsync(Read(), LossFilter.All, CancellationToken.None);

        Assert.Single(report.Losses);
        Assert.Same(finding, Assert.Single(report.Findings));
    }

    private static string Describe(LossReport report)
        => string.Join('\n', report.Losses.Select(loss => $"{loss.Kind} {loss.Record.RecordId} {loss.LastOperation} {loss.Folder} {loss.LostAt:O}"));
}
