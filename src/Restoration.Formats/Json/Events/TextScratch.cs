using Restoration.Formats.ICalendar.Values;

namespace Restoration.Formats.Json.Events;

/// <summary>Decodes TEXT values (RFC 5545 §3.3.11) into a buffer that is used again for the next.</summary>
internal sealed class TextScratch
{
    private byte[] _text = new byte[1024];

    /// <summary>The text of a raw value; valid until the next.</summary>
    public ReadOnlySpan<byte> Decode(ReadOnlySpan<byte> raw)
    {
        if (raw.IndexOf((byte)'\\') < 0)
        {
            return raw;
        }

        if (_text.Length < raw.Length)
        {
            _text = new byte[raw.Length * 2];
        }

        return _text.AsSpan(0, TextValue.Decode(raw, _text));
    }
}
