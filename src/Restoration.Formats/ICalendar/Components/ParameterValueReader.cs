namespace Restoration.Formats.ICalendar.Components;

/// <summary>Walks over the values of one parameter, such as <c>MEMBER="a","b"</c>.</summary>
/// <param name="values">The values with their quotes and commas.</param>
internal ref struct ParameterValueReader(ReadOnlySpan<byte> values)
{
    private ReadOnlySpan<byte> _rest = values;
    private bool _isDone;

    /// <summary>The value without its quotes; carets stay encoded.</summary>
    public ReadOnlySpan<byte> Current { get; private set; }

    /// <summary>Goes to the next value; there is always one, be it empty.</summary>
    public bool MoveNext()
    {
        if (_isDone)
        {
            return false;
        }

        int end = QuotedText.IndexOf(_rest, 0, (byte)',');
        Current = QuotedText.Unquote(_rest[..end]);
        _isDone = end == _rest.Length;
        _rest = _isDone ? default : _rest[(end + 1)..];
        return true;
    }
}
