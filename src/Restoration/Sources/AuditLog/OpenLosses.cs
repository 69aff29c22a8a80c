using System.Diagnostics.CodeAnalysis;

namespace Restoration.Sources.AuditLog;

/// <summary>
/// The appointments of a mailbox that are gone at some moment. Found by id; by subject where the ids did not survive the way
/// to Deleted Items, and then the one that went last, so that each purge counts for one loss however many are called the same.
/// </summary>
internal sealed class OpenLosses
{
    private readonly Dictionary<CompactText, OpenLoss> _byKey = [];
    private readonly Dictionary<Slot, Stacked> _bySubject = [];
    private readonly List<OpenLoss> _all = [];

    /// <summary>Those that are still gone, in the order in which they went.</summary>
    public IEnumerable<OpenLoss> All => _all.Where(loss => loss.IsOpen);

    /// <summary>An appointment is gone.</summary>
    public void Add(LossEvent first, CompactText key)
    {
        OpenLoss loss = new(first);
        _all.Add(loss);
        if (key.HasValue)
        {
            _byKey[key] = loss;
        }

        Index(loss);
    }

    /// <summary>A later step of a loss.</summary>
    public void Continue(OpenLoss loss, LossEvent step)
    {
        AuditAction before = loss.Stage;
        loss.Continue(step);
        if (loss.Stage != before)
        {
            Index(loss);
        }
    }

    /// <summary>Finds the loss of the same item.</summary>
    public bool TryFind(CompactText key, [NotNullWhen(true)] out OpenLoss? loss)
    {
        loss = key.HasValue && _byKey.TryGetValue(key, out OpenLoss? found) && found.IsOpen ? found : null;
        return loss is not null;
    }

    /// <summary>Finds the loss of an item of the same subject that can be the same item, gone less far than this.</summary>
    public bool TryFindBySubject(LossEvent step, AuditAction before, [NotNullWhen(true)] out OpenLoss? loss)
    {
        loss = null;
        if (SubjectOf(step) is not { } subject)
        {
            return false;
        }

        for (AuditAction stage = AuditAction.Move; stage < before; stage++)
        {
            // Two immutable ids that differ are two items.
            loss = Later(loss, Top(new Slot(subject, stage, false)));
            loss = !step.ImmutableId.HasValue ? Later(loss, Top(new Slot(subject, stage, true))) : loss;
        }

        return loss is not null;
    }

    private static OpenLoss? Later(OpenLoss? left, OpenLoss? right)
        => right is null || left?.First.Record.CreationTime > right.First.Record.CreationTime ? left : right;

    private static string? SubjectOf(LossEvent item) => item.Subject?.Trim() is { Length: > 0 } subject ? subject : null;

    private void Index(OpenLoss loss)
    {
        if (SubjectOf(loss.First) is { } subject)
        {
            Slot slot = new(subject, loss.Stage, loss.First.ImmutableId.HasValue);
            _bySubject[slot] = new Stacked(loss, _bySubject.GetValueOrDefault(slot));
        }
    }

    private OpenLoss? Top(Slot slot)
    {
        Stacked? top = _bySubject.GetValueOrDefault(slot);
        while (top is not null && !(top.Loss.IsOpen && top.Loss.Stage == slot.Stage))
        {
            // What is not open any more never will be again.
            top = top.Below;
            if (top is null)
            {
                _bySubject.Remove(slot);
            }
            else
            {
                _bySubject[slot] = top;
            }
        }

        return top?.Loss;
    }

    /// <summary>Where losses of one subject wait that are gone equally far.</summary>
    private readonly record struct Slot(string Subject, AuditAction Stage, bool HasImmutableId)
    {
        public bool Equals(Slot other) => Stage == other.Stage && HasImmutableId == other.HasImmutableId
            && string.Equals(Subject, other.Subject, StringComparison.OrdinalIgnoreCase);

        public override int GetHashCode() => HashCode.Combine(Subject.GetHashCode(StringComparison.OrdinalIgnoreCase), Stage, HasImmutableId);
    }

    /// <summary>A loss on top of those that went before it: nearly always it is the only one of its subject.</summary>
    private sealed record Stacked(OpenLoss Loss, Stacked? Below);
}
