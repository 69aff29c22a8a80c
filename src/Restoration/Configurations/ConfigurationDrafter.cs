using Restoration.Failures;
using Restoration.Items;
using Restoration.Losses;
using Restoration.Mailboxes;
using Restoration.Policies;
using Restoration.Requests;
using Restoration.Sources;

namespace Restoration.Configurations;

/// <summary>Makes the draft of a request from a configuration.</summary>
/// <param name="workspace">The store, and what works on it.</param>
/// <param name="auditLog">Restores from audit records.</param>
/// <param name="dates">Reads dates.</param>
/// <param name="folder">The folder that paths are taken from unless they begin at a root.</param>
internal sealed class ConfigurationDrafter(Workspace workspace, AuditLogRestore auditLog, DateRange dates, string folder)
{
    /// <summary>Drafts the request.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="change">What this run has otherwise than the configuration.</param>
    /// <param name="findings">Hears what is noticed about the sources.</param>
    /// <param name="cancellation">Stops the look at the sources.</param>
    public async ValueTask<RequestDraft> DraftAsync(
        RestorationConfiguration configuration,
        Func<RestoreSettings, RestoreSettings> change,
        IProgress<Finding>? findings,
        CancellationToken cancellation)
    {
        SourceSettings source = SourceSettings.Read(configuration.SourceType, configuration.Source, dates, workspace.Formats, folder);
        DestinationSettings destination = DestinationSettings.Read(configuration.DestinationType, configuration.Destination, workspace.Formats, folder);
        IReadOnlyList<Location> backups = [.. source.Locations, .. await FindCalendarsAsync(source.Calendars, cancellation).ConfigureAwait(false)];
        RestoreSettings settings = PolicySettings.Read(configuration.Policy, dates) with
        {
            Destination = destination.Location ?? await PlaceAsync(configuration, destination, backups, cancellation).ConfigureAwait(false),
            Format = destination.Format,
            Force = destination.Force,
            IncludeMetadata = destination.IncludeMetadata,
            ConfigurationId = configuration.ConfigurationId,
        };
        settings = change(settings with { TimeZone = source.TimeZone ?? settings.TimeZone, Culture = source.Culture });
        RestoreDrafter drafter = new(workspace);
        return configuration.SourceType switch
        {
            SourceType.ExportFile => await drafter.FromFilesAsync(source.Paths, source.Format, settings, cancellation).ConfigureAwait(false),
            SourceType.BackupCalendar => await drafter.FromLocationsAsync(backups, settings, cancellation).ConfigureAwait(false),
            _ => await DraftAuditLogAsync(source.AuditLog!, settings, findings, cancellation).ConfigureAwait(false),
        };
    }

    private async ValueTask<RequestDraft> DraftAuditLogAsync(
        AuditLogRestoreOptions options, RestoreSettings settings, IProgress<Finding>? findings, CancellationToken cancellation)
    {
        AuditLogDraft draft = await auditLog.DraftAsync(
            options with
            {
                Paths = options.Paths.Count == 0 ? [] : InputPaths.Find(options.Paths),
                BackupPaths = options.BackupPaths.Count == 0 ? [] : InputPaths.Find(options.BackupPaths),
                Destination = settings.Destination,
            },
            findings,
            cancellation).ConfigureAwait(false);
        return settings.ApplyTo(draft.Request);
    }

    // A calendar without a mailbox before it is the one calendar of that name; two of one name are an error, never a guess.
    private async ValueTask<IReadOnlyList<Location>> FindCalendarsAsync(IReadOnlyList<string> names, CancellationToken cancellation)
    {
        List<Location> found = [];
        foreach (string name in names)
        {
            int slash = name.IndexOf('/', StringComparison.Ordinal);
            bool hasMailbox = slash > 0 && name.IndexOf('@', StringComparison.Ordinal) is >= 0 and int at && at < slash;
            IReadOnlyList<Folder> fitting = await new CalendarService(workspace)
                .ListAsync(hasMailbox ? name[..slash] : null, hasMailbox ? name[(slash + 1)..] : name, cancellation).ConfigureAwait(false);
            if (fitting.Count == 0)
            {
                throw new RestorationException(FailureCode.CalendarNotFound, $"No mailbox of the store has a calendar '{name}'.", name);
            }

            if (fitting.Count > 1 && !Wildcard.HasWildcard(name))
            {
                throw new RestorationException(
                    FailureCode.Ambiguous, $"There are {fitting.Count} calendars '{name}': {string.Join(", ", fitting.Select(folder => folder.Location))}. Name the mailbox too.", name);
            }

            found.AddRange(fitting.Select(folder => folder.Location));
        }

        return found;
    }

    private async ValueTask<Location> PlaceAsync(
        RestorationConfiguration configuration, DestinationSettings destination, IReadOnlyList<Location> backups, CancellationToken cancellation)
    {
        string[] ofSource = [.. backups.Select(location => location.Mailbox).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];
        string mailbox = ofSource is [var only] && !Wildcard.HasWildcard(only)
            ? only
            : await FindMailboxAsync(configuration.User, cancellation).ConfigureAwait(false);
        return Location.Parse($"{(destination.Kind == LocationKind.Graph ? "graph" : "store")}:{mailbox}/{destination.Calendar}");
    }

    private ValueTask<string> FindMailboxAsync(string user, CancellationToken cancellation) => workspace.ReadAsync(
        async transaction => await transaction.Folders.FindMailboxesAsync(null, cancellation).ConfigureAwait(false) switch
        {
            [] => user,
            [var single] => single.Address,
            _ => (await MailboxDirectory.FindMailboxAsync(transaction, user, cancellation).ConfigureAwait(false))?.Address
                ?? throw new RestorationException(
                    FailureCode.Ambiguous, "The destination names a calendar, and the store has several mailboxes. Name the mailbox too.", "destination.mailbox"),
        },
        cancellation);
}
