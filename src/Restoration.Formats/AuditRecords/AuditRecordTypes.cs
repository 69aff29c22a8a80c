using System.Collections.Frozen;
using System.Globalization;

namespace Restoration.Formats.AuditRecords;

/// <summary>The numbers of the record types that concern mailboxes (Office 365 Management Activity API schema, AuditLogRecordType).</summary>
internal static class AuditRecordTypes
{
    private static readonly FrozenDictionary<string, int> Numbers = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase)
    {
        ["ExchangeAdmin"] = 1,
        ["ExchangeItem"] = 2,
        ["ExchangeItemGroup"] = 3,
        ["ExchangeAggregatedOperation"] = 19,
        ["ExchangeItemAggregated"] = 50,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The number of a type written as a number or by name; null for types that are none of these.</summary>
    public static int? Find(string? text)
        => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out int number) ? number
            : text is not null && Numbers.TryGetValue(text.Trim(), out number) ? number
            : null;
}
