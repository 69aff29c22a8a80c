using System.Globalization;
using Restoration.Auditing;
using Restoration.Configurations;
using Restoration.Failures;
using Restoration.Policies;
using Restoration.Stores;
using Restoration.Users;

namespace Restoration.Requests;

/// <summary>
/// Keeps what a database holds besides items, together with the end of the request that imports it; and takes it away again with the
/// end of the one that undoes that, as far as it is as it came. The entries of an audit trail stay: a trail only grows.
/// </summary>
internal sealed class ImportedRecords(Workspace workspace)
{
    private const string UserCreate = "UserCreate";
    private const string ConfigurationCreate = "ConfigurationCreate";

    /// <summary>The records without the saved restores that break a rule of this program; what is wrong with those is a finding.</summary>
    public ForeignRecords Check(ForeignRecords records)
    {
        ConfigurationRules rules = new(workspace, new DateRange(workspace.TimeZones, workspace.Clock));
        List<Finding> findings = [.. records.Findings];
        List<(string, ConfigurationDraft)> kept = [];
        foreach ((string user, ConfigurationDraft draft) in records.Configurations)
        {
            if (rules.FindProblems(draft.ToConfiguration(user, default)) is [var problem, ..])
            {
                findings.Add(new Finding(Severity.Warning, problem.Code, $"The configuration '{draft.Name}' is not kept: {problem.Message}") { Item = draft.Name });
            }
            else
            {
                kept.Add((user, draft));
            }
        }

        return records with { Configurations = kept, Findings = findings };
    }

    /// <summary>Keeps the records of a request's source.</summary>
    public async ValueTask KeepAsync(IRecordSource source, RestoreRequest request, IStoreTransaction transaction, CancellationToken cancellation)
    {
        ForeignRecords records = Check(await source.ReadRecordsAsync(cancellation).ConfigureAwait(false));
        DateTimeOffset now = workspace.Clock.GetUtcNow();
        List<AuditEntry> entries = [];
        HashSet<string> users = new((await transaction.Users.ListAsync(cancellation).ConfigureAwait(false)).Select(user => user.Name), StringComparer.OrdinalIgnoreCase);
        foreach (ForeignUser user in records.Users.Where(user => users.Add(user.Name)))
        {
            // Nobody of this program made them, so they put no permissions in force.
            await transaction.Users.AddAsync(
                new RestorationUser { Name = user.Name, Role = user.Role, IsActive = user.IsActive, CreatedAt = now, UpdatedAt = now }, cancellation).ConfigureAwait(false);
            entries.Add(Entry(UserCreate, user.Name, user.Role.ToString()));
        }

        IReadOnlyList<RestorationConfiguration> saved = await transaction.Configurations.ListAsync(cancellation).ConfigureAwait(false);
        foreach ((string user, ConfigurationDraft draft) in records.Configurations)
        {
            if (users.Contains(user) && !saved.Any(other => IsSame(other.Name, draft.Name) && IsSame(other.User, user)))
            {
                RestorationConfiguration added = await transaction.Configurations.AddAsync(draft.ToConfiguration(user, now), cancellation).ConfigureAwait(false);
                entries.Add(Entry(ConfigurationCreate, added.ConfigurationId.ToString(CultureInfo.InvariantCulture), $"{added.Name} of {user}"));
            }
        }

        HashSet<(DateTimeOffset, string, string, string)> known = [.. (await ReadTrailAsync(transaction, new AuditFilter { Operations = ["Imported:*"] }, cancellation).ConfigureAwait(false)).Select(KeyOf)];
        entries.AddRange(records.AuditEntries.Where(entry => known.Add(KeyOf(entry))).Select(entry => entry with { RequestId = request.RequestId }));
        await transaction.Audit.AppendAsync(entries, cancellation).ConfigureAwait(false);

        AuditEntry Entry(string operation, string target, string detail) => new()
        {
            At = now,
            Actor = workspace.User,
            Operation = operation,
            RequestId = request.RequestId,
            Target = target,
            Outcome = AuditOutcome.Succeeded,
            Detail = detail,
        };
    }

    /// <summary>Takes away what a request kept, unless somebody has changed it since.</summary>
    public static async ValueTask RemoveAsync(Guid requestId, IStoreTransaction transaction, CancellationToken cancellation)
    {
        AuditFilter made = new() { RequestId = requestId, Operations = [UserCreate, ConfigurationCreate] };
        IReadOnlyList<AuditEntry> entries = await ReadTrailAsync(transaction, made, cancellation).ConfigureAwait(false);
        ILookup<string, string> targets = entries.ToLookup(entry => entry.Operation, entry => entry.Target);
        IReadOnlyList<RestorationConfiguration> configurations = await transaction.Configurations.ListAsync(cancellation).ConfigureAwait(false);
        RestorationConfiguration[] going =
        [
            .. configurations.Where(one => one.CreatedAt == one.UpdatedAt
                && targets[ConfigurationCreate].Contains(one.ConfigurationId.ToString(CultureInfo.InvariantCulture))),
        ];
        foreach (RestorationConfiguration configuration in going)
        {
            await transaction.Configurations.RemoveAsync(configuration.ConfigurationId, cancellation).ConfigureAwait(false);
        }

        foreach (RestorationUser user in await transaction.Users.ListAsync(cancellation).ConfigureAwait(false))
        {
            bool isAsItCame = user is { CreatedBy: null } && user.CreatedAt == user.UpdatedAt && targets[UserCreate].Any(name => IsSame(name, user.Name));
            if (isAsItCame && !configurations.Except(going).Any(one => IsSame(one.User, user.Name)))
            {
                await transaction.Users.RemoveAsync(user.Id, cancellation).ConfigureAwait(false);
            }
        }
    }

    private static ValueTask<IReadOnlyList<AuditEntry>> ReadTrailAsync(IStoreTransaction transaction, AuditFilter filter, CancellationToken cancellation)
        => transaction.Audit.ReadAsync(filter, 0, int.MaxValue, cancellation);

    private static (DateTimeOffset, string, string, string) KeyOf(AuditEntry entry) => (entry.At, entry.Actor, entry.Operation, entry.Target);

    private static bool IsSame(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
