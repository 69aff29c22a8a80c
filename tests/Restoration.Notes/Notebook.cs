using Restoration.Failures;
using Restoration.Items;

namespace Restoration.Notes;

/// <summary>Pads of notes, each of which stands for an appointment.</summary>
public sealed class Notebook
{
    private readonly Dictionary<string, SortedDictionary<int, Item>> _pads = new(StringComparer.Ordinal);
    private int _last;

    /// <summary>Whether somebody keeps the notebook to himself.</summary>
    public bool IsLocked { get; set; }

    /// <summary>The next free number.</summary>
    public int NextNumber() => ++_last;

    /// <summary>The notes of a pad by their numbers; it is there as soon as it is asked for.</summary>
    public SortedDictionary<int, Item> Open(string pad)
    {
        if (IsLocked)
        {
            throw new RestorationException(FailureCode.FileAccess, $"The notebook with the pad '{pad}' is locked. Ask whoever has it.", pad);
        }

        if (!_pads.TryGetValue(pad, out SortedDictionary<int, Item>? notes))
        {
            _pads.Add(pad, notes = []);
        }

        return notes;
    }
}
