using Restoration.Auditing;
using Restoration.Failures;
using Restoration.Losses;
using Restoration.Policies;
using Restoration.Requests;
using Restoration.Stores;
using Restoration.Users;

namespace Restoration.Configurations;

/// <summary>Saved restores: made, found, changed, removed and run by their users and by administrators.</summary>
public sealed class ConfigurationService(Workspace workspace, AuditLogRestore auditLog)
{
    private readonly DateRange _dates = new(workspace.TimeZones, workspace.Clock);

    private ConfigurationRules Rules => new(workspace, _dates);

    /// <summary>The configurations that fit, of those that the acting user may see.</summary>
    public async ValueTask<IReadOnlyList<RestorationConfiguration>> ListAsync(ConfigurationFilter filter, CancellationToken cancellation)
    {
        Func<string, bool> isSeen = await workspace.Access.FilterAsync(Permission.ReadConfiguration, cancellation).ConfigureAwait(false);
        return [.. (await ReadAsync(cancellation).ConfigureAwait(false)).Where(configuration => isSeen(configuration.User) && filter.Accepts(configuration))];
    }

    /// <summary>The one configuration that a name or number means.</summary>
    /// <exception cref="RestorationException">
    /// <see cref="FailureCode.ConfigurationNotFound"/>, <see cref="FailureCode.Ambiguous"/> or <see cref="FailureCode.PermissionDenied"/>.
    /// </exception>
    public async ValueTask<RestorationConfiguration> GetAsync(string identity, CancellationToken cancellation)
    {
        RestorationConfiguration[] named =
        [
            .. (await ReadAsync(cancellation).ConfigureAwait(false)).Where(configuration => long.TryParse(identity, out long id)
                ? configuration.ConfigurationId == id
                : string.Equals(configuration.Name, identity, StringComparison.OrdinalIgnoreCase)),
        ];
        RestorationConfiguration[] own = [.. named.Where(configuration => IsSame(configuration.User, workspace.User))];
        RestorationConfiguration found = (own.Length == 1 ? own : named) switch
        {
            [var only] => only,
            [] => throw new RestorationException(
                FailureCode.ConfigurationNotFound, $"There is no configuration '{identity}'. List the configurations to see what there is.", identity),
            _ => throw new RestorationException(
                FailureCode.Ambiguous, $"'{identity}' fits {named.Length} configurations. Name one by its number: {string.Join(", ", named.Select(one => one.ConfigurationId))}.", identity),
        };
        await workspace.Access.DemandAsync(Permission.ReadConfiguration, found.Name, found.User, cancellation).ConfigureAwait(false);
        return found;
    }

    /// <summary>
    /// Everything that is wrong with a configuration; nothing if it could be run now. Besides the rules, its source is looked for and its
    /// destination is looked at; nothing is changed, and it need not be active.
    /// </summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="folder">The folder that paths are taken from unless they begin at a root.</param>
    /// <param name="cancellation">Stops the look at the sources.</param>
    public async ValueTask<IReadOnlyList<RestorationException>> TestAsync(RestorationConfiguration configuration, string folder, CancellationToken cancellation)
    {
        IReadOnlyList<RestorationException> problems = Rules.FindProblems(configuration);
        if (problems.Count > 0)
        {
            return problems;
        }

        try
        {
            RequestDraft draft = await Drafter(folder).DraftAsync(configuration, settings => settings, null, cancellation).ConfigureAwait(false);
            new RunFactory(workspace, null).CheckDestination(draft.Destination, draft.Options);
            return [];
        }
        catch (RestorationException problem)
        {
            return [problem];
        }
    }

    /// <summary>Saves a new configuration; its user is the acting one.</summary>
    public async ValueTask<RestorationConfiguration> AddAsync(ConfigurationDraft draft, CancellationToken cancellation)
        => (await AddAsync([draft], cancellation).ConfigureAwait(false))[0];

    /// <summary>Saves new configurations, all or none; their user is the acting one.</summary>
    public async ValueTask<IReadOnlyList<RestorationConfiguration>> AddAsync(IReadOnlyList<ConfigurationDraft> drafts, CancellationToken cancellation)
    {
        foreach (ConfigurationDraft draft in drafts)
        {
            await workspace.Access.DemandAsync(Permission.ManageConfiguration, draft.Name, null, cancellation).ConfigureAwait(false);
            Check(draft.ToConfiguration(workspace.User, workspace.Clock.GetUtcNow()));
        }

        return await workspace.WriteAsync<IReadOnlyList<RestorationConfiguration>>(
            async transaction =>
            {
                List<RestorationConfiguration> added = [];
                foreach (ConfigurationDraft draft in drafts)
                {
                    added.Add(await AddAsync(transaction, draft, cancellation).ConfigureAwait(false));
                }

                return added;
            },
            cancellation).ConfigureAwait(false);
    }

    /// <summary>Saves a configuration that was changed.</summary>
    public async ValueTask<RestorationConfiguration> SetAsync(RestorationConfiguration configuration, CancellationToken cancellation)
    {
        RestorationConfiguration saved = await DemandAsync(configuration, cancellation).ConfigureAwait(false);
        RestorationConfiguration changed = configuration with { User = saved.User, CreatedAt = saved.CreatedAt, UpdatedAt = workspace.Clock.GetUtcNow() };
        Check(changed);
        return await WriteAsync("ConfigurationSet", changed, async transaction =>
        {
            await RefuseTwinAsync(transaction, changed, cancellation).ConfigureAwait(false);
            await transaction.Configurations.UpdateAsync(changed, cancellation).ConfigureAwait(false);
            return changed;
        },
        cancellation).ConfigureAwait(false);
    }

    /// <summary>Removes a configuration; what it ran stays.</summary>
    public async ValueTask RemoveAsync(RestorationConfiguration configuration, CancellationToken cancellation)
    {
        await DemandAsync(configuration, cancellation).ConfigureAwait(false);
        await WriteAsync("ConfigurationRemove", configuration, async transaction =>
        {
            await transaction.Configurations.RemoveAsync(configuration.ConfigurationId, cancellation).ConfigureAwait(false);
            return configuration;
        },
        cancellation).ConfigureAwait(false);
    }

    /// <summary>The request that running a configuration is.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="change">What this run has otherwise than the configuration.</param>
    /// <param name="folder">The folder that paths are taken from unless they begin at a root.</param>
    /// <param name="findings">Hears what is noticed about the sources.</param>
    /// <param name="cancellation">Stops the look at the sources.</param>
    /// <exception cref="RestorationException"><see cref="FailureCode.InvalidState"/>: the configuration is not active.</exception>
    public async ValueTask<RequestDraft> DraftAsync(
        RestorationConfiguration configuration,
        Func<RestoreSettings, RestoreSettings> change,
        string folder,
        IProgress<Finding>? findings,
        CancellationToken cancellation)
    {
        await workspace.Access.DemandAsync(Permission.ManageConfiguration, configuration.Name, configuration.User, cancellation).ConfigureAwait(false);
        return configuration.IsActive
            ? await Drafter(folder).DraftAsync(configuration, change, findings, cancellation).ConfigureAwait(false)
            : throw new RestorationException(
                FailureCode.InvalidState, $"The configuration '{configuration.Name}' is not active. Make it active first.", configuration.Name);
    }

    private async ValueTask<RestorationConfiguration> AddAsync(IStoreTransaction transaction, ConfigurationDraft draft, CancellationToken cancellation)
    {
        DateTimeOffset now = workspace.Clock.GetUtcNow();
        RestorationConfiguration configuration = draft.ToConfiguration(workspace.User, now);
        await RefuseTwinAsync(transaction, configuration, cancellation).ConfigureAwait(false);
        IReadOnlyList<RestorationUser> users = await transaction.Users.ListAsync(cancellation).ConfigureAwait(false);
        if (!users.Any(user => IsSame(user.Name, workspace.User)))
        {
            // In a store without users that somebody made, whoever acts is an administrator.
            await transaction.Users.AddAsync(
                new RestorationUser { Name = workspace.User, Role = UserRole.Administrator, CreatedAt = now, UpdatedAt = now }, cancellation).ConfigureAwait(false);
        }

        RestorationConfiguration added = await transaction.Configurations.AddAsync(configuration, cancellation).ConfigureAwait(false);
        await AuditAsync(transaction, "ConfigurationCreate", added, cancellation).ConfigureAwait(false);
        return added;
    }

    // Whose it is, the store says, and not who asks.
    private async ValueTask<RestorationConfiguration> DemandAsync(RestorationConfiguration configuration, CancellationToken cancellation)
    {
        RestorationConfiguration saved = (await ReadAsync(cancellation).ConfigureAwait(false))
            .FirstOrDefault(other => other.ConfigurationId == configuration.ConfigurationId)
            ?? throw new RestorationException(
                FailureCode.ConfigurationNotFound, $"The configuration '{configuration.Name}' has been removed. List the configurations to see what there is.", configuration.Name);
        await workspace.Access.DemandAsync(Permission.ManageConfiguration, saved.Name, saved.User, cancellation).ConfigureAwait(false);
        return saved;
    }

    private ConfigurationDrafter Drafter(string folder) => new(workspace, auditLog, _dates, folder);

    private void Check(RestorationConfiguration configuration)
    {
        if (Rules.FindProblems(configuration) is [var first, ..])
        {
            throw first;
        }
    }

    private ValueTask<IReadOnlyList<RestorationConfiguration>> ReadAsync(CancellationToken cancellation)
        => workspace.ReadAsync(transaction => transaction.Configurations.ListAsync(cancellation), cancellation);

    private ValueTask<RestorationConfiguration> WriteAsync(
        string operation, RestorationConfiguration configuration, Func<IStoreTransaction, ValueTask<RestorationConfiguration>> work, CancellationToken cancellation)
        => workspace.WriteAsync(
            async transaction =>
            {
                RestorationConfiguration written = await work(transaction).ConfigureAwait(false);
                await AuditAsync(transaction, operation, configuration, cancellation).ConfigureAwait(false);
                return written;
            },
            cancellation);

    private ValueTask AuditAsync(IStoreTransaction transaction, string operation, RestorationConfiguration configuration, CancellationToken cancellation)
        => AuditTrail.WriteAsync(workspace, transaction, operation, configuration.Name, $"of {configuration.User}", cancellation);

    private static async ValueTask RefuseTwinAsync(IStoreTransaction transaction, RestorationConfiguration configuration, CancellationToken cancellation)
    {
        IReadOnlyList<RestorationConfiguration> others = await transaction.Configurations.ListAsync(cancellation).ConfigureAwait(false);
        if (others.Any(other => other.ConfigurationId != configuration.ConfigurationId && IsSame(other.Name, configuration.Name) && IsSame(other.User, configuration.User)))
        {
            throw new RestorationException(
                FailureCode.AlreadyExists, $"'{configuration.User}' has a configuration '{configuration.Name}' already. Give this one another name.", configuration.Name);
        }
    }

    private static bool IsSame(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
