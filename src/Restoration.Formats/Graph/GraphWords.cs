using Restoration.Items;

namespace Restoration.Formats.Graph;

/// <summary>
/// The words of Microsoft Graph for what iCalendar says in its own
/// (https://learn.microsoft.com/graph/api/resources/event, .../responsestatus, .../attendee).
/// </summary>
internal static class GraphWords
{
    private static readonly (string Graph, string Calendar)[] Responses =
    [
        ("accepted", "ACCEPTED"),
        ("organizer", "ACCEPTED"),
        ("declined", "DECLINED"),
        ("tentativelyAccepted", "TENTATIVE"),
        ("notResponded", "NEEDS-ACTION"),
        ("none", "NEEDS-ACTION"),
    ];

    private static readonly (string Graph, BusyStatus Status)[] ShowAs =
    [
        ("free", BusyStatus.Free),
        ("tentative", BusyStatus.Tentative),
        ("busy", BusyStatus.Busy),
        ("oof", BusyStatus.OutOfOffice),
        ("workingElsewhere", BusyStatus.WorkingElsewhere),
    ];

    /// <summary>The PARTSTAT of a response.</summary>
    public static string ToParticipation(string? response)
        => Array.Find(Responses, pair => pair.Graph.Equals(response, StringComparison.OrdinalIgnoreCase)).Calendar ?? "NEEDS-ACTION";

    /// <summary>The response of a PARTSTAT.</summary>
    public static string ToResponse(string participation)
        => Array.Find(Responses, pair => pair.Calendar.Equals(participation, StringComparison.OrdinalIgnoreCase)).Graph ?? "none";

    /// <summary>The ROLE and CUTYPE of a type of attendee.</summary>
    public static (string Role, string Type) ToRole(string? type) => type?.ToLowerInvariant() switch
    {
        "optional" => ("OPT-PARTICIPANT", "INDIVIDUAL"),
        "resource" => ("NON-PARTICIPANT", "RESOURCE"),
        _ => ("REQ-PARTICIPANT", "INDIVIDUAL"),
    };

    /// <summary>The type of an attendee.</summary>
    public static string ToType(Attendee attendee) => attendee switch
    {
        _ when attendee.Type.ToUpperInvariant() is "RESOURCE" or "ROOM" => "resource",
        _ when attendee.Role.ToUpperInvariant() is "OPT-PARTICIPANT" or "NON-PARTICIPANT" => "optional",
        _ => "required",
    };

    /// <summary>How the time shows; busy if the word is not known.</summary>
    public static BusyStatus ToBusyStatus(string? word)
    {
        int index = Array.FindIndex(ShowAs, pair => pair.Graph.Equals(word, StringComparison.OrdinalIgnoreCase));
        return index < 0 ? BusyStatus.Busy : ShowAs[index].Status;
    }

    /// <summary>The word for how the time shows.</summary>
    public static string Of(BusyStatus status) => Array.Find(ShowAs, pair => pair.Status == status).Graph;

    /// <summary>Who may see it; everybody if the word is not known.</summary>
    public static Sensitivity ToSensitivity(string? word)
        => Enum.TryParse(word, ignoreCase: true, out Sensitivity sensitivity) && Enum.IsDefined(sensitivity) ? sensitivity : Sensitivity.Normal;

    /// <summary>How important it is; normal if the word is not known.</summary>
    public static Importance ToImportance(string? word)
        => Enum.TryParse(word, ignoreCase: true, out Importance importance) && Enum.IsDefined(importance) ? importance : Importance.Normal;
}
