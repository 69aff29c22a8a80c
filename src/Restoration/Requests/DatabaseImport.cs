using Restoration.Failures;
using Restoration.Items;
using Restoration.Policies;
using Restoration.Sources;
using Restoration.Users;

namespace Restoration.Requests;

/// <summary>
/// Brings the database of another program in: its appointments as a restore of each to where it was, its users, saved restores and
/// audit trail with the end of that. One request, that can be undone.
/// </summary>
public sealed class DatabaseImport(Workspace workspace)
{
    /// <summary>The scheme of the connector that reads databases.</summary>
    public const string Scheme = "x-database";

    /// <summary>Drafts the import.</summary>
    /// <param name="path">The database.</param>
    /// <param name="timeZone">What its times mean where they do not say it.</param>
    /// <param name="cancellation">Stops the look at the database.</param>
    /// <exception cref="RestorationException">
    /// <see cref="FailureCode.FileNotFound"/>, <see cref="FailureCode.InvalidData"/>, <see cref="FailureCode.TimeZoneNotFound"/> or
    /// <see cref="FailureCode.PermissionDenied"/>.
    /// </exception>
    public async ValueTask<RequestDraft> DraftAsync(string path, string? timeZone, CancellationToken cancellation)
    {
        Location source = Location.Parse($"{Scheme}:{Path.GetFullPath(path)}");
        await workspace.Access.DemandAsync(Permission.ManageUsers, source.ToString(), null, cancellation).ConfigureAwait(false);
        new DateRange(workspace.TimeZones, workspace.Clock).Parse(null, null, timeZone);
        await ReadAsync(source, cancellation).ConfigureAwait(false);
        return new RequestDraft
        {
            Kind = RequestKind.DatabaseImport,
            Source = source,
            Destination = Location.Original,
            Options = new RequestOptions { TimeZone = timeZone },
        };
    }

    /// <summary>What of the database will not be kept, besides the appointments that the plan says cannot be read.</summary>
    public async ValueTask<IReadOnlyList<Finding>> FindLossesAsync(RequestDraft draft, CancellationToken cancellation)
        => (await ReadAsync(draft.Source, cancellation).ConfigureAwait(false)).Findings;

    // A saved restore that could not be saved here is not kept.
    private async ValueTask<ForeignRecords> ReadAsync(Location source, CancellationToken cancellation)
    {
        IRecordSource database = (IRecordSource)workspace.Connectors.Get(source).OpenSource(source, new FileSourceOptions());
        await using (database.ConfigureAwait(false))
        {
            return new ImportedRecords(workspace).Check(await database.ReadRecordsAsync(cancellation).ConfigureAwait(false));
        }
    }
}
