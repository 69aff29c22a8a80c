using System.Buffers.Text;
using System.Text;
using Restoration.Formats.ICalendar.Components;
using Restoration.Items;

namespace Restoration.Formats.ICalendar.Items;

/// <summary>What an appointment says in more than one way: how busy it makes, how important and how private it is (MS-OXCICAL §2.1.3.1.1.20).</summary>
internal static class Classification
{
    private static readonly (byte[] Name, BusyStatus Status)[] BusyStatuses =
        [.. Enum.GetValues<BusyStatus>().Select(status => (Encoding.ASCII.GetBytes(Format(status)), status))];

    /// <summary>How the time shows to others: X-MICROSOFT-CDO-BUSYSTATUS, else TRANSP, else a tentative STATUS.</summary>
    public static BusyStatus ReadShowAs(PropertyIndex properties)
    {
        ReadOnlySpan<byte> transparency = Word(properties, PropertyId.Transparency);
        return ReadBusyStatus(properties) switch
        {
            { } written => written,
            null when Ascii.EqualsIgnoreCase(transparency, "TRANSPARENT"u8) => BusyStatus.Free,
            null when transparency.IsEmpty && Ascii.EqualsIgnoreCase(Word(properties, PropertyId.Status), "TENTATIVE"u8) => BusyStatus.Tentative,
            null => BusyStatus.Busy,
        };
    }

    /// <summary>X-MICROSOFT-CDO-BUSYSTATUS; null if it is absent or unknown.</summary>
    public static BusyStatus? ReadBusyStatus(PropertyIndex properties)
    {
        ReadOnlySpan<byte> word = Word(properties, PropertyId.BusyStatus);
        foreach ((byte[] name, BusyStatus status) in word.IsEmpty ? [] : BusyStatuses)
        {
            if (Ascii.EqualsIgnoreCase(word, name))
            {
                return status;
            }
        }

        return null;
    }

    /// <summary>X-MICROSOFT-CDO-BUSYSTATUS for a value.</summary>
    public static string Format(BusyStatus status) => status switch
    {
        BusyStatus.Free => "FREE",
        BusyStatus.Tentative => "TENTATIVE",
        BusyStatus.OutOfOffice => "OOF",
        BusyStatus.WorkingElsewhere => "WORKINGELSEWHERE",
        _ => "BUSY",
    };

    /// <summary>How important it is: X-MICROSOFT-CDO-IMPORTANCE, else PRIORITY (RFC 5545 §3.8.1.9).</summary>
    public static Importance ReadImportance(PropertyIndex properties) => ImportanceOf(Word(properties, PropertyId.CdoImportance), Word(properties, PropertyId.Priority));

    /// <summary>What the two values say together; empty for one that is not there.</summary>
    public static Importance ImportanceOf(ReadOnlySpan<byte> cdoImportance, ReadOnlySpan<byte> priority) => cdoImportance switch
    {
        [(byte)'0'] => Importance.Low,
        [(byte)'1'] => Importance.Normal,
        [(byte)'2'] => Importance.High,
        _ => OfPriority(priority),
    };

    /// <summary>Whether X-MICROSOFT-CDO-IMPORTANCE says no more than the importance does: it can be read, and a PRIORITY beside it says the same.</summary>
    public static bool IsImpliedImportance(PropertyIndex properties)
    {
        ReadOnlySpan<byte> priority = Word(properties, PropertyId.Priority);
        return Word(properties, PropertyId.CdoImportance) is [>= (byte)'0' and <= (byte)'2']
            && (priority.IsEmpty || OfPriority(priority) == ReadImportance(properties));
    }

    /// <summary>PRIORITY for an importance.</summary>
    public static int ToPriority(Importance importance) => importance switch
    {
        Importance.High => 1,
        Importance.Low => 9,
        _ => 5,
    };

    /// <summary>Whether PRIORITY says no more than the importance does; what is no integer says something that nobody can read.</summary>
    public static bool IsImpliedPriority(PropertyIndex properties)
    {
        ReadOnlySpan<byte> priority = Word(properties, PropertyId.Priority);
        return priority.IsEmpty
            || (TryParse(priority, out int number) && (number is 0 or 5 || number == ToPriority(ReadImportance(properties))));
    }

    /// <summary>Who may see it; null for a CLASS that nobody knows, which counts as private (RFC 5545 §3.8.1.3).</summary>
    public static Sensitivity? ReadSensitivity(PropertyIndex properties)
        => Encoding.ASCII.GetString(Word(properties, PropertyId.Class)).ToUpperInvariant() switch
        {
            "" or "PUBLIC" => Sensitivity.Normal,
            "PRIVATE" => Sensitivity.Private,
            "CONFIDENTIAL" => Sensitivity.Confidential,
            "PERSONAL" or "X-PERSONAL" => Sensitivity.Personal,
            _ => null,
        };

    /// <summary>CLASS for a value.</summary>
    public static string Format(Sensitivity sensitivity) => sensitivity switch
    {
        Sensitivity.Private => "PRIVATE",
        Sensitivity.Confidential => "CONFIDENTIAL",
        Sensitivity.Personal => "X-PERSONAL",
        _ => "PUBLIC",
    };

    private static Importance OfPriority(ReadOnlySpan<byte> priority)
        => !TryParse(priority, out int number) ? Importance.Normal : number switch
        {
            >= 1 and <= 4 => Importance.High,
            >= 6 and <= 9 => Importance.Low,
            _ => Importance.Normal,
        };

    // All of it has to be the integer: "7x" is none.
    private static bool TryParse(ReadOnlySpan<byte> priority, out int number)
        => Utf8Parser.TryParse(priority, out number, out int length) && length == priority.Length;

    private static ReadOnlySpan<byte> Word(PropertyIndex properties, PropertyId property) => properties.Value(property).Trim((byte)' ');
}
