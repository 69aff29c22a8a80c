namespace Restoration.Formats.ICalendar.Components;

/// <summary>The BEGINs that have no END yet, from the outermost in.</summary>
internal sealed class OpenComponents(Component component)
{
    private readonly List<int> _begins = [];

    /// <summary>How many there are.</summary>
    public int Count => _begins.Count;

    /// <summary>The number of the line that the innermost begins on.</summary>
    public long InnermostLine => component.Lines[_begins[^1]].Number;

    /// <summary>Commits a BEGIN.</summary>
    public void Open(ReadOnlySpan<byte> name, long number)
    {
        _begins.Add(component.LineCount);
        Commit(LineKind.Begin, "BEGIN:"u8, name, number);
    }

    /// <summary>Commits an END for each that is deeper than <paramref name="depth"/>.</summary>
    public void CloseDownTo(int depth, long number)
    {
        while (_begins.Count > depth)
        {
            Commit(LineKind.End, "END:"u8, NameAt(_begins.Count - 1), number);
            _begins.RemoveAt(_begins.Count - 1);
        }
    }

    /// <summary>How many lie around the innermost of a name; -1 if none has it.</summary>
    public int Find(ReadOnlySpan<byte> name)
    {
        int index = _begins.Count - 1;
        while (index >= 0 && !ComponentNames.Equal(name, NameAt(index)))
        {
            index--;
        }

        return index;
    }

    /// <summary>How many have the name of the outermost.</summary>
    public int CountLikeOutermost()
    {
        int count = 0;
        for (int index = 0; index < _begins.Count; index++)
        {
            count += ComponentNames.Equal(NameAt(0), NameAt(index)) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Forgets them.</summary>
    public void Clear() => _begins.Clear();

    private ReadOnlySpan<byte> NameAt(int index) => component.Value(in component.Lines[_begins[index]]);

    private void Commit(LineKind kind, ReadOnlySpan<byte> marker, ReadOnlySpan<byte> name, long number)
    {
        if (component.LineLength != marker.Length + name.Length || !component.PendingLine.EndsWith(name))
        {
            component.ReplaceLine([.. marker, .. name]);
        }

        component.Commit(kind, marker.Length - 1, marker.Length, PropertyId.Unknown, _begins.Count, number);
    }
}
