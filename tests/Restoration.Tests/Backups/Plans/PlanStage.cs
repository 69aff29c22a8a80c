using Restoration.Backups;
using Restoration.Backups.Plans;
using Restoration.Backups.Retention;
using Restoration.Contracts.Support;
using Restoration.Items;
using Restoration.Mailboxes;

namespace Restoration.Tests.Backups.Plans;

/// <summary>A store with a calendar, and a plan that backs it up.</summary>
public abstract class PlanStage : IAsyncDisposable
{
    protected static readonly CancellationToken None = CancellationToken.None;

    protected PlanStage()
    {
        Plans = new BackupPlanService(Engine.Workspace);
        Runner = new BackupPlanRunner(Engine.Workspace);
        Backups = new BackupService(Engine.Workspace);
    }

    protected Engine Engine { get; } = new();

    protected TemporaryFolder Folder { get; } = new();

    protected BackupPlanService Plans { get; }

    protected BackupPlanRunner Runner { get; }

    protected BackupService Backups { get; }

    protected FakeClock Clock => (FakeClock)Engine.Workspace.Clock;

    public async ValueTask DisposeAsync()
    {
        await Engine.DisposeAsync();
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    protected async Task<BackupPlan> AddAsync(string? file = null, RetentionRules? retention = null, string? schedule = null, params string[] calendars)
        => await Plans.AddAsync(
            Plans.Draft("Nightly", calendars.Length == 0 ? [Engine.Mailbox] : calendars, "UTC") with
            {
                FilePattern = file is null ? null : System.IO.Path.Combine(Folder.Path, file),
                Retention = retention ?? RetentionRules.KeepAll,
                Schedule = schedule,
            },
            None);

    protected async Task<BackupPlanRun> RunAsync(BackupPlan plan) => await Runner.RunNowAsync(plan, null, None);

    protected async Task<IReadOnlyList<BackupCopy>> CopiesAsync(BackupPlan plan) => await Plans.ListCopiesAsync(plan, None);

    protected async Task AddCalendarAsync(string mailbox, string calendar) => await new CalendarService(Engine.Workspace).CreateAsync(mailbox, FolderPath.Parse(calendar), None);
}
