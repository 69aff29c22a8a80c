using System.Text;

namespace Restoration.Formats.ICalendar.Components;

/// <summary>The names of our own properties: what only this program reads.</summary>
internal static class MetadataNames
{
    /// <summary>What they all begin with.</summary>
    public const string Prefix = "X-RESTORATION-";

    /// <summary>The immutable id of an item.</summary>
    public const string ImmutableId = Prefix + "IMMUTABLE-ID";

    /// <summary>The mailbox that a calendar was exported from.</summary>
    public const string Mailbox = Prefix + "MAILBOX";

    /// <summary>The folder that a calendar was exported from.</summary>
    public const string Folder = Prefix + "FOLDER";

    /// <summary>The moment whose state a file holds.</summary>
    public const string TakenAt = Prefix + "TAKEN-AT";

    /// <summary>The PRODID of the program that first wrote the calendar.</summary>
    public const string FirstProduct = Prefix + "PRODID";

    /// <summary>Whether a property is one of ours.</summary>
    public static bool IsOurs(ReadOnlySpan<byte> name)
        => name.Length > Prefix.Length && Ascii.EqualsIgnoreCase(name[..Prefix.Length], "X-RESTORATION-"u8);
}
