using Restoration.Auditing;
using Restoration.Backups;
using Restoration.Backups.Plans;
using Restoration.Configurations;
using Restoration.Formats.AuditRecords;
using Restoration.Formats.Messages;
using Restoration.Formats.TimeZones;
using Restoration.Losses;
using Restoration.Mailboxes;
using Restoration.Policies;
using Restoration.Requests;
using Restoration.Requests.MailboxRestores;
using Restoration.Requests.Queue;
using Restoration.Sources.AuditLog;
using Restoration.Storage.Predecessor;
using Restoration.Stores;
using Restoration.Users;

namespace Restoration.Hosting;

/// <summary>A store that is open, with everything that works on it. Both heads get all they use from here.</summary>
public sealed class RestorationSession : IAsyncDisposable
{
    private readonly IStore _store;

    private RestorationSession(IStore store, SessionOptions options)
    {
        _store = store;
        Workspace = new Workspace
        {
            Store = store,
            Codec = new ItemCodec(),
            Formats = FormatRegistry.Create(),
            TimeZones = TimeZoneCatalog.Default,
            Clock = options.Clock,
            Identifiers = new SystemIdentifierSource(),
            User = options.FindUser(),
        };
        Dates = new DateRange(Workspace.TimeZones, Workspace.Clock);
        Calendars = new CalendarService(Workspace);
        Duplicates = new DuplicateService(Workspace);
        Workspace.Connectors.Register(new PredecessorConnector(Workspace.Formats));
        DatabaseImport = new DatabaseImport(Workspace);
        Imports = new ImportService(Workspace);
        Exports = new ExportService(Workspace);
        MailboxImports = new MailboxImportService(Workspace);
        MailboxExports = new MailboxExportService(Workspace);
        Backups = new BackupService(Workspace);
        BackupPlans = new BackupPlanService(Workspace);
        PlanRunner = new BackupPlanRunner(Workspace);
        Scheduler = new BackupScheduler(Workspace);
        Comparison = new BackupComparison(Workspace);
        Requests = new RequestService(Workspace);
        Mailboxes = new MailboxService(Workspace);
        MailboxRestores = new MailboxRestoreService(Workspace);
        RequestAdministration = new RequestAdministration(Workspace);
        RequestWatch = new RequestWatch(Workspace);
        Worker = new RestoreWorker(Workspace);
        Background = new SessionWorker(Workspace);
        Drafts = new RestoreDrafter(Workspace);
        Plans = new PlanFile(Workspace);
        AuditLog = new AuditLogRestore(Workspace, AuditRecords);
        Audit = new AuditTrail(Workspace);
        Users = new UserService(Workspace);
        Configurations = new ConfigurationService(Workspace, AuditLog);
        ConfigurationFiles = new ConfigurationFile(Workspace, Configurations);
    }

    /// <summary>The names of the file formats.</summary>
    public static IReadOnlyList<string> FormatNames { get; } = [.. FormatRegistry.Create().Names];

    /// <summary>The names of the formats of mailboxes.</summary>
    public static IReadOnlyList<string> MailboxFormatNames { get; } = FormatRegistry.Create().Mailboxes.Names;

    /// <summary>The names of the time zones, as the tz database has them.</summary>
    public static IReadOnlyCollection<string> TimeZoneNames => TimeZoneCatalog.Names;

    /// <summary>Reads audit records, in every shape that they come in.</summary>
    public static IAuditRecordFormat AuditRecords { get; } = new AuditRecordFormat();

    /// <summary>What the services work with.</summary>
    public Workspace Workspace { get; }

    /// <summary>Reads dates.</summary>
    public DateRange Dates { get; }

    /// <summary>Calendars and what is in them.</summary>
    public CalendarService Calendars { get; }

    /// <summary>Appointments that are there more than once.</summary>
    public DuplicateService Duplicates { get; }

    /// <summary>Brings databases of other programs in.</summary>
    public DatabaseImport DatabaseImport { get; }

    /// <summary>Brings files in.</summary>
    public ImportService Imports { get; }

    /// <summary>Export files.</summary>
    public ExportService Exports { get; }

    /// <summary>Brings mailboxes out of files in.</summary>
    public MailboxImportService MailboxImports { get; }

    /// <summary>Mailboxes in files.</summary>
    public MailboxExportService MailboxExports { get; }

    /// <summary>Backups in the store.</summary>
    public BackupService Backups { get; }

    /// <summary>Backup plans.</summary>
    public BackupPlanService BackupPlans { get; }

    /// <summary>Runs backup plans.</summary>
    public BackupPlanRunner PlanRunner { get; }

    /// <summary>Runs backup plans when they are due.</summary>
    public BackupScheduler Scheduler { get; }

    /// <summary>What differs between backups.</summary>
    public BackupComparison Comparison { get; }

    /// <summary>Restore requests.</summary>
    public RequestService Requests { get; }

    /// <summary>Mailboxes and their folders.</summary>
    public MailboxService Mailboxes { get; }

    /// <summary>Restores of mailboxes.</summary>
    public MailboxRestoreService MailboxRestores { get; }

    /// <summary>What administrators say of requests.</summary>
    public RequestAdministration RequestAdministration { get; }

    /// <summary>Watches requests.</summary>
    public RequestWatch RequestWatch { get; }

    /// <summary>Runs what waits in the queue.</summary>
    public RestoreWorker Worker { get; }

    /// <summary>Runs what waits in the queue in the background.</summary>
    public SessionWorker Background { get; }

    /// <summary>Restores from files and backups, before they are requests.</summary>
    public RestoreDrafter Drafts { get; }

    /// <summary>Plans in files.</summary>
    public PlanFile Plans { get; }

    /// <summary>Restores from audit records.</summary>
    public AuditLogRestore AuditLog { get; }

    /// <summary>The users of the store.</summary>
    public UserService Users { get; }

    /// <summary>Saved restores.</summary>
    public ConfigurationService Configurations { get; }

    /// <summary>Saved restores in files.</summary>
    public ConfigurationFile ConfigurationFiles { get; }

    /// <summary>The audit trail.</summary>
    public AuditTrail Audit { get; }

    /// <summary>Opens a store; one that does not exist is made.</summary>
    public static async ValueTask<RestorationSession> OpenAsync(SessionOptions options, CancellationToken cancellation)
    {
        IStoreProvider provider = StoreConnection.Find(options.Store, options.Clock);
        IStore store = await provider.OpenAsync(options.FindUser(), cancellation).ConfigureAwait(false);
        return new RestorationSession(store, options);
    }

    /// <summary>Adds a source or destination of another maker.</summary>
    public void Register(IConnector connector) => Workspace.Connectors.Register(connector);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Background.DisposeAsync().ConfigureAwait(false);
        await _store.DisposeAsync().ConfigureAwait(false);
    }
}
