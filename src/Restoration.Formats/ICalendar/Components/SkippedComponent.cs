namespace Restoration.Formats.ICalendar.Components;

/// <summary>A component that is being left out: nothing of it is kept but what tells where it ends.</summary>
/// <param name="name">Its name.</param>
/// <param name="depth">How many components of this name are open, one in the other.</param>
internal sealed class SkippedComponent(byte[] name, int depth)
{
    private int _depth = depth;

    /// <summary>Whether it is over when a component begins.</summary>
    public bool EndsBefore(ReadOnlySpan<byte> begun)
    {
        _depth += ComponentNames.Equal(begun, name) ? 1 : 0;
        return ComponentNames.CannotNest(begun, name);
    }

    /// <summary>Whether it is over with an END.</summary>
    public bool EndsWith(ReadOnlySpan<byte> ended)
    {
        _depth -= ComponentNames.Equal(ended, name) ? 1 : 0;
        return _depth == 0 || ComponentNames.IsCalendar(ended);
    }
}
