using System.Globalization;
using System.Text;
using Restoration.Failures;
using Restoration.Items;
using Restoration.Policies;
using Restoration.Sources;
using Restoration.Sources.AuditLog;

namespace Restoration.Losses;

/// <summary>Makes the entries of a request from what was found. What could not be read or found is an entry too: counts add up.</summary>
internal sealed class LossEntries(AuditLogRestoreOptions options, IItemCodec codec)
{
    private readonly HashSet<Guid> _backups = [];
    private List<SourceItem> _entries = [];

    /// <summary>The entries, in the order of the losses, then one for each record that could not be read.</summary>
    public IReadOnlyList<SourceItem> Complete(IReadOnlyList<Finding> findings)
    {
        _entries = [.. _entries.OrderBy(entry => entry.Record!.CreationTime).ThenBy(entry => entry.Record!.Row)];
        foreach (Finding finding in findings.Where(finding => finding.Severity == Severity.Error))
        {
            _entries.Add(Fail(finding.Code, finding.ToString()) with
            {
                Subject = finding.Item,
                Record = new RecordReference(null, "", default, null, finding.File, finding.Row ?? finding.Line),
            });
        }

        for (int i = 0; i < _entries.Count; i++)
        {
            _entries[i] = _entries[i] with { Ordinal = i + 1 };
        }

        return _entries;
    }

    /// <summary>The backups that content was found in.</summary>
    public IReadOnlyList<Guid> Backups => [.. _backups];

    /// <summary>Takes in what came of a loss.</summary>
    public void Add(FoundLoss found)
    {
        if (found.BackupId is { } backup)
        {
            _backups.Add(backup);
        }

        SourceItem entry = Next() with
        {
            Origin = found.Origin,
            Record = found.Loss.Record,
            Parts = found.Loss.Kind == LossKind.Changed ? found.Loss.Parts : null,
            Subject = found.Loss.Subject,
            Detail = found.Detail,
        };
        if (found.Reason == ActionReason.ContentNotFound && options.AllowPlaceholder)
        {
            _entries.Add(entry with { Item = Placeholder(found), Detail = $"{found.Detail} A placeholder." });
        }
        else if (found.Reason == ActionReason.ContentNotFound)
        {
            _entries.Add(entry with { Verdict = new Verdict(ItemAction.Fail, ActionReason.ContentNotFound), Failure = FailureCode.ContentNotFound });
        }
        else if (found.Items.Count == 0)
        {
            _entries.Add(entry with { Verdict = new Verdict(ItemAction.Skip, found.Reason ?? ActionReason.NotLost) });
        }
        else
        {
            bool left = found.Reason == ActionReason.Ambiguous && !options.IncludeAmbiguous;
            foreach (KeptItem item in found.Items)
            {
                _entries.Add(entry with
                {
                    Item = item.Item,
                    Kept = item.Item is null ? item.Address : null,
                    Subject = null,
                    Verdict = left ? new Verdict(ItemAction.Skip, ActionReason.Ambiguous) : null,
                    Detail = left ? found.Detail : null,
                });
            }
        }
    }

    private Item Placeholder(FoundLoss found)
    {
        Loss loss = found.Loss;
        string seed = string.Create(
            CultureInfo.InvariantCulture, $"{found.Origin}\n{loss.ImmutableId ?? loss.StoreId}\n{loss.Subject}\n{loss.LostAt.UtcTicks}");
        string uid = $"restoration-placeholder-{ContentHash.Of(Encoding.UTF8.GetBytes(seed)).ToString()[..32]}";
        string note = string.Create(
            CultureInfo.InvariantCulture,
            $"{loss.Operation} by {loss.Record.UserId ?? "an unknown user"} at {loss.LostAt.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z. No backup has the content of this appointment; its time is that of the loss.");
        return codec.CreatePlaceholder(loss.Subject ?? "(no subject)", uid, loss.LostAt, note);
    }

    private SourceItem Fail(FailureCode code, string detail) => Next() with
    {
        Verdict = new Verdict(ItemAction.Fail, ActionReason.Failed),
        Failure = code,
        Detail = detail,
    };

    private static SourceItem Next() => new() { Ordinal = 0 };
}
