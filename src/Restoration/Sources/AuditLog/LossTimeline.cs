using System.Globalization;

namespace Restoration.Sources.AuditLog;

/// <summary>
/// Follows the appointments of one mailbox through time: what left a calendar and did not come back is lost, from the moment
/// that it left, whatever happened to it afterwards.
/// </summary>
/// <param name="mailbox">The mailbox.</param>
/// <param name="filter">Which losses were asked for.</param>
/// <param name="tally">Where everything goes that is no loss.</param>
internal sealed class LossTimeline(MailboxNames mailbox, LossFilter filter, LossTally tally)
{
    private readonly OpenLosses _losses = new();
    private readonly Dictionary<CompactText, CompactText> _immutableIds = [];
    private readonly Dictionary<(DateTimeOffset, string, string?, string?), RecordReference> _unidentified = [];
    private readonly List<LossEvent> _changes = [];

    /// <summary>The losses that remain.</summary>
    /// <param name="events">All that happened to the mailbox's appointments, in any order.</param>
    public IEnumerable<Loss> Follow(IReadOnlyList<LossEvent> events)
    {
        foreach (LossEvent item in events)
        {
            if (item.StoreId.HasValue && item.ImmutableId.HasValue)
            {
                _immutableIds.TryAdd(item.StoreId, item.ImmutableId);
            }
        }

        foreach (LossEvent item in events.OrderBy(item => item.Record.CreationTime).ThenBy(item => item.Action))
        {
            Follow(item);
        }

        HashSet<CompactText> lost = [];
        foreach (OpenLoss loss in _losses.All)
        {
            if (!Accepts(loss))
            {
                tally.Count(NoLossReason.Filtered, 1);
                continue;
            }

            if (KeyOf(loss.First) is { HasValue: true } key)
            {
                lost.Add(key);
            }

            LossKind kind = loss.Stage == AuditAction.Move ? LossKind.MovedAway : LossKind.Deleted;
            yield return loss.First.ToLoss(kind, loss.Last.Record.Operation, mailbox);
        }

        foreach (LossEvent change in NewestChanges(lost))
        {
            yield return change.ToLoss(LossKind.Changed, change.Record.Operation, mailbox);
        }
    }

    private void Follow(LossEvent item)
    {
        switch (item.Action)
        {
            case AuditAction.Create:
                Return(item, "created again");
                Note(NoLossReason.Created, item, "the appointment appeared.");
                break;
            case AuditAction.Copy:
                Note(NoLossReason.Copied, item, "the appointment was copied and is still where it was.");
                break;
            case AuditAction.Update when item.IsFromCalendar == false:
                Note(NoLossReason.NotLost, item, "the appointment was changed in a folder that is no calendar.");
                break;
            case AuditAction.Update:
                ReturnUnseen(item);
                _changes.Add(item);
                break;
            case AuditAction.Move when item.IsToCalendar:
                Return(item, "moved back to a calendar");
                Note(NoLossReason.NotLost, item, item.IsFromCalendar == true ? "the appointment is in another calendar of the mailbox." : "the appointment came back to a calendar.");
                break;
            case AuditAction.Move when item.IsFromCalendar == false && !_losses.TryFind(KeyOf(item), out _):
                Note(NoLossReason.NotLost, item, "the appointment was moved between folders that are no calendars.");
                break;
            default:
                Lose(item);
                break;
        }
    }

    private void Lose(LossEvent item)
    {
        CompactText key = KeyOf(item);
        bool isPurge = item.Action is AuditAction.SoftDelete or AuditAction.HardDelete;
        if (!key.HasValue && IsRepeated(item))
        {
            tally.Count(NoLossReason.Duplicate, 1);
        }
        else if (!_losses.TryFind(key, out OpenLoss? loss)
            && (item.IsFromCalendar == true || !isPurge || !_losses.TryFindBySubject(item, item.Action, out loss)))
        {
            _losses.Add(item, key);
        }
        else if (loss.Last.Record.CreationTime == item.Record.CreationTime && loss.Last.Action == item.Action)
        {
            tally.Count(NoLossReason.Duplicate, 1);
        }
        else if (item.IsFromCalendar == true || (item.IsFromCalendar is null && item.Action != AuditAction.Move && item.Action <= loss.Stage))
        {
            loss.Close();
            Note(NoLossReason.Superseded, loss.First, "the appointment was lost again later.");
            _losses.Add(item, key);
        }
        else
        {
            _losses.Continue(loss, item);
            Note(NoLossReason.SameLoss, item, "a later step of a loss.");
        }
    }

    private void Return(LossEvent item, string how)
    {
        bool mayHaveOtherId = item.Action == AuditAction.Move && item.IsFromCalendar != true;
        if (_losses.TryFind(KeyOf(item), out OpenLoss? loss) || (mayHaveOtherId && _losses.TryFindBySubject(item, AuditAction.HardDelete + 1, out loss)))
        {
            Close(loss, item, how);
        }
    }

    // Nobody's moves are audited by default: that an appointment came back is often seen only by what is done to it there.
    private void ReturnUnseen(LossEvent item)
    {
        if (item.IsFromCalendar == true && _losses.TryFind(KeyOf(item), out OpenLoss? loss) && loss.Last.Record.CreationTime < item.Record.CreationTime)
        {
            Close(loss, item, "back in a calendar and changed there");
        }
    }

    private void Close(OpenLoss loss, LossEvent item, string how)
    {
        loss.Close();
        Note(NoLossReason.NotLost, loss.First, string.Create(CultureInfo.InvariantCulture, $"the appointment was {how} on {item.Record.CreationTime:u}."));
    }

    // The newest change counts: what an earlier one changed may have been meant by the later.
    private IEnumerable<LossEvent> NewestChanges(HashSet<CompactText> lost)
    {
        HashSet<CompactText> seen = [];
        foreach (LossEvent change in Enumerable.Reverse(_changes))
        {
            CompactText key = KeyOf(change);
            if (!Accepts(change, [change.Record]))
            {
                tally.Count(NoLossReason.Filtered, 1);
            }
            else if (key.HasValue && lost.Contains(key))
            {
                Note(NoLossReason.Superseded, change, "the appointment is lost, not only changed.");
            }
            else if (key.HasValue && !seen.Add(key))
            {
                Note(NoLossReason.Superseded, change, "the appointment was changed again later.");
            }
            else
            {
                yield return change;
            }
        }
    }

    private bool Accepts(OpenLoss loss) => Accepts(loss.First, loss.Records);

    private bool Accepts(LossEvent first, IReadOnlyList<RecordReference> records)
        => filter.AcceptsTime(first.Record.CreationTime)
            && filter.AcceptsSubject(first.Subject)
            && filter.AcceptsMailbox(mailbox.Name, mailbox.Guid)
            && records.Any(filter.AcceptsDeed);

    private bool IsRepeated(LossEvent item)
    {
        RecordReference record = item.Record;
        (DateTimeOffset, string, string?, string?) deed = (record.CreationTime, record.Operation, record.UserId, item.Subject);
        return !_unidentified.TryAdd(deed, record) && !ReferenceEquals(_unidentified[deed], record);
    }

    private CompactText KeyOf(LossEvent item)
        => item.ImmutableId.HasValue ? item.ImmutableId
            : item.StoreId.HasValue ? _immutableIds.GetValueOrDefault(item.StoreId, item.StoreId)
            : CompactText.Of(item.Uid is null ? null : $"{item.Uid}\n{item.RecurrenceId}");

    private void Note(NoLossReason reason, LossEvent item, string detail) => tally.Note(reason, item.Record, mailbox, item.Subject, detail);
}
