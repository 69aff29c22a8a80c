using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Restoration.Sources.AuditLog;

/// <summary>
/// The id of an item or folder as audit records have it: the length of the EntryID, the EntryID (MS-OXCDATA §2.2.4), and a byte
/// that says what it is the id of. From it follow, without a call, the ids that Exchange and Microsoft Graph go by.
/// </summary>
public sealed class ExchangeId
{
    private const byte CalendarFolder = 0x02;
    private const byte CalendarItem = 0x0F;
    private const byte CalendarItemOccurrence = 0x10;

    private const int FolderLength = 46;
    private const int ItemLength = 70;
    private const int HeaderLength = 22;
    private const int FolderPartLength = 22;
    private const int GuidLength = 36;

    // Flags, then the provider 1D840311-…, then type 0D00: an id that stays when the item moves.
    private static readonly byte[] ImmutableHeader = Convert.FromHexString("000000001D840311AA6611CD9BC800AA002FC45A0D00");

    private readonly byte[] _entryId;

    private ExchangeId(byte[] entryId, byte type)
    {
        _entryId = entryId;
        Type = type;
    }

    /// <summary>What it is the id of, such as 0x02 for a calendar folder, 0x09 for a message, 0x0F for a calendar item.</summary>
    public byte Type { get; }

    /// <summary>The EntryID.</summary>
    public ReadOnlyMemory<byte> EntryId => _entryId;

    /// <summary>Whether it is an immutable id.</summary>
    public bool IsImmutable => _entryId.AsSpan().StartsWith(ImmutableHeader);

    /// <summary>Whether it is the id of a folder.</summary>
    public bool IsFolder => _entryId.Length == FolderLength && !IsImmutable;

    /// <summary>Whether it is the id of a calendar, whatever its name.</summary>
    public bool IsCalendarFolder => IsFolder && Type == CalendarFolder;

    /// <summary>Whether it is the id of an appointment, whatever folder it is in.</summary>
    public bool IsCalendarItem => !IsFolder && Type is CalendarItem or CalendarItemOccurrence;

    /// <summary>
    /// The folder as Get-RecoverableItems names it in LastParentFolderID, for a folder or an item in it; null for immutable ids.
    /// </summary>
    public string? LastParentFolderId
        => IsImmutable || _entryId.Length < HeaderLength + FolderPartLength ? null : Convert.ToHexString(_entryId, HeaderLength, FolderPartLength);

    /// <summary>Reads an id as audit records have it.</summary>
    /// <param name="text">The base64 text.</param>
    /// <param name="id">The id.</param>
    /// <returns>False if the text is no such id.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out ExchangeId? id)
    {
        Span<byte> bytes = stackalloc byte[256];
        id = null;
        if (text is null || !Convert.TryFromBase64String(text, bytes, out int length) || length < HeaderLength + 2 || bytes[0] != length - 2)
        {
            return false;
        }

        id = new ExchangeId(bytes[1..(length - 1)].ToArray(), bytes[length - 1]);
        return true;
    }

    /// <summary>The id of an EntryID, such as those of Get-RecoverableItems.</summary>
    /// <param name="entryId">The EntryID, 22 to 255 bytes.</param>
    /// <param name="type">What it is the id of.</param>
    public static ExchangeId FromEntryId(ReadOnlySpan<byte> entryId, byte type)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(entryId.Length, HeaderLength);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(entryId.Length, byte.MaxValue);
        return new ExchangeId(entryId.ToArray(), type);
    }

    /// <summary>The text as audit records have it.</summary>
    public override string ToString() => Convert.ToBase64String([(byte)_entryId.Length, .. _entryId, Type]);

    /// <summary>The EntryID as Exchange's cmdlets write it.</summary>
    public string ToEntryIdText() => Convert.ToHexString(_entryId);

    /// <summary>
    /// The id that Microsoft Graph and EWS have for the item until it moves (MS-OXCEXT §2.2.6.1); for an immutable id, the
    /// immutable id that Graph has for it.
    /// </summary>
    /// <param name="mailbox">The mailbox's GUID; immutable ids do not need it.</param>
    public string ToGraphId(Guid mailbox)
    {
        byte[] length = [(byte)_entryId.Length, 0];
        return ToGraphText(IsImmutable
            ? [0x00, 0x09, 0x00, .. length, .. _entryId]
            : [0x00, 0x03, GuidLength, 0x00, .. Encoding.ASCII.GetBytes(mailbox.ToString()), 0x00, .. length, .. _entryId]);
    }

    // The other way round than RFC 4648 §5 has it.
    private static string ToGraphText(byte[] id) => Convert.ToBase64String(id).Replace('/', '-').Replace('+', '_');
}
