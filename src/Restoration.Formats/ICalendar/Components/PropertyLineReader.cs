using System.Buffers;
using System.Text.Unicode;
using Restoration.Formats.ICalendar.Lexing;
using Restoration.Formats.ICalendar.Reading;
using Restoration.Formats.ICalendar.Values;

namespace Restoration.Formats.ICalendar.Components;

/// <summary>Takes a line that was read into the index of its component, repaired where it has to be.</summary>
internal sealed class PropertyLineReader(FindingLog findings)
{
    // Those of dates, times and periods, in the extended form of ISO 8601 too.
    private static readonly SearchValues<byte> TimeCharacters = SearchValues.Create("0123456789-+:.,/TZtzPWDHMS "u8);

    private bool _isEncodingReported;
    private bool _isControlReported;
    private bool _isTextBroken;
    private bool _isPlain;

    /// <summary>Commits the pending line of a component.</summary>
    /// <param name="component">The component.</param>
    /// <param name="depth">How deep the line lies.</param>
    /// <param name="number">Its number in the file.</param>
    /// <param name="mayContinue">Whether a line follows that it may go on in.</param>
    /// <returns>False if the value goes on in the next line, by a soft line break of QUOTED-PRINTABLE.</returns>
    public bool Read(Component component, int depth, long number, bool mayContinue)
    {
        bool isProperty = ContentLineSyntax.TrySplit(component.PendingLine, out int nameEnd, out int valueStart);
        if (!isProperty && ContentLineRepair.TryRepair(component.PendingLine, out byte[] repaired))
        {
            component.ReplaceLine(repaired);
            isProperty = ContentLineSyntax.TrySplit(component.PendingLine, out nameEnd, out valueStart);
            findings.Warn("The line is written against the rules; it was repaired.", number, "RFC 5545 §3.1");
        }

        PropertyId property = isProperty ? PropertyDefinition.Find(component.PendingLine[..nameEnd]) : PropertyId.Unknown;
        if (!isProperty || (property == PropertyId.Unknown && IsNoProperty(component.PendingLine[..nameEnd], component.PendingLine[valueStart..])))
        {
            TakeAsText(component, number);
            return true;
        }

        _isTextBroken = false;
        if (valueStart > nameEnd + 1 && QuotedPrintable.Names(component.PendingLine[nameEnd..(valueStart - 1)]))
        {
            if (component.PendingLine[^1] == '=')
            {
                component.Shorten(1);
                if (mayContinue)
                {
                    return false;
                }
            }

            component.ReplaceLine(QuotedPrintable.Decode(component.PendingLine, nameEnd, valueStart));
            ContentLineSyntax.TrySplit(component.PendingLine, out nameEnd, out valueStart);
        }

        if (valueStart > nameEnd + 1 && IsMisplacedZone(property, component.PendingLine[valueStart..])
            && ContentLineRepair.TryQuoteZone(component.PendingLine, valueStart, out byte[] quoted))
        {
            component.ReplaceLine(quoted);
            ContentLineSyntax.TrySplit(component.PendingLine, out nameEnd, out valueStart);
            findings.Warn("A time zone's name with a colon has no quotes; they were put in.", number, "RFC 5545 §3.2");
        }

        if (!_isPlain)
        {
            ControlCharacters.ReplaceSeparators(MayHaveSeparators(property) ? component.PendingLine[..valueStart] : component.PendingLine);
        }

        component.Commit(LineKind.Property, nameEnd, valueStart, property, depth, number);
        return true;
    }

    /// <summary>Puts the characters of the pending line right: what is not UTF-8, and what no line may hold.</summary>
    /// <param name="component">The component.</param>
    /// <param name="number">The number of the line in the file.</param>
    /// <param name="isPlain">Whether the line is known to hold printable ASCII only.</param>
    public void RepairCharacters(Component component, long number, bool isPlain)
    {
        _isPlain = isPlain || !component.PendingLine.ContainsAnyExceptInRange((byte)' ', (byte)'~');
        if (_isPlain)
        {
            return;
        }

        if (ControlCharacters.IsIn(component.PendingLine))
        {
            RemoveControlCharacters(component, number);
        }

        if (!Utf8.IsValid(component.PendingLine))
        {
            RepairEncoding(component, number);
        }
    }

    // What is text, or may be, keeps what separates its words.
    private static bool MayHaveSeparators(PropertyId property)
        => property == PropertyId.Unknown
            || (PropertyDefinition.Of(property).Kind == ValueKind.Text && property is not (PropertyId.Uid or PropertyId.TimeZoneId));

    private static bool IsMisplacedZone(PropertyId property, ReadOnlySpan<byte> value)
        => value.Contains((byte)':') && value.ContainsAnyExcept(TimeCharacters)
            && PropertyDefinition.Of(property).Kind is ValueKind.Time or ValueKind.TimeSet;

    // The rest of a broken text may be a web address; a BEGIN or END that comes here names nothing.
    private static bool IsNoProperty(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
        => value.StartsWith("//"u8) || ComponentNames.Equal(name, "BEGIN"u8) || ComponentNames.Equal(name, "END"u8);

    private void RemoveControlCharacters(Component component, long number)
    {
        int length = component.LineLength;
        int left = ControlCharacters.RemoveMeaningless(component.PendingLine);
        component.Shorten(length - left);
        if (left < length && !_isControlReported)
        {
            _isControlReported = true;
            findings.Warn("Control characters, which no calendar may hold, were left out here and wherever else there are any.", number, "RFC 5545 §3.1");
        }
    }

    private void RepairEncoding(Component component, long number)
    {
        component.ReplaceLine(Utf8Repair.Repair(component.PendingLine));
        if (!_isEncodingReported)
        {
            _isEncodingReported = true;
            findings.Warn("The text is not UTF-8; it was read as Latin-1 (Windows-1252) here and wherever else it is not.", number, "RFC 5545 §3.1.4");
        }
    }

    // A line without a colon is what an unescaped line end leaves of a text: it belongs to the body before it.
    private void TakeAsText(Component component, long number)
    {
        byte[] text = component.PendingLine.ToArray();
        component.BeginLine();
        bool isRest = component.LineCount > 0 && component.Lines[^1] is
        {
            Kind: LineKind.Property,
            Property: PropertyId.Description or PropertyId.AltDescription or PropertyId.Comment,
        };
        if (isRest)
        {
            ContentLine last = component.Reopen();
            component.Append("\\n"u8);
            component.Append(text);
            component.Commit(last.Kind, last.NameEnd - last.Start, last.ValueStart - last.Start, last.Property, last.Depth, last.Number);
        }

        if (!isRest || !_isTextBroken)
        {
            findings.Warn(
                isRest ? "The line is no property; it was taken as more of the text before it." : "The line is no property; it was left out.",
                number,
                "RFC 5545 §3.1");
        }

        _isTextBroken = isRest;
    }
}
