using System.Collections.Frozen;

namespace Restoration.Sources.AuditLog;

/// <summary>
/// The names that Outlook gives the default calendar, by language: a last resort for records whose ids say nothing.
/// </summary>
internal static class CalendarFolderNames
{
    private static readonly FrozenSet<string> Names = new[]
    {
        "Calendar", // English, Romanian
        "Kalender", // German, Danish, Norwegian, Swedish, Estonian, Indonesian
        "Calendrier", // French
        "Calendario", // Spanish, Italian, Galician
        "Calendário", // Portuguese
        "Calendari", // Catalan
        "Agenda", // Dutch
        "Kalendarz", // Polish
        "Kalendář", // Czech
        "Kalendár", // Slovak
        "Kalendar", // Croatian, Serbian, Malay
        "Koledar", // Slovenian
        "Naptár", // Hungarian
        "Kalenteri", // Finnish
        "Dagatal", // Icelandic
        "Kalendorius", // Lithuanian
        "Kalendārs", // Latvian
        "Egutegia", // Basque
        "Calendr", // Welsh
        "Takvim", // Turkish
        "Ημερολόγιο", // Greek
        "Календарь", // Russian
        "Календар", // Ukrainian, Bulgarian, Serbian
        "Күнтізбе", // Kazakh
        "לוח שנה", // Hebrew
        "التقويم", // Arabic
        "تقویم", // Persian
        "कैलेंडर", // Hindi
        "ปฏิทิน", // Thai
        "Lịch", // Vietnamese
        "Kalendaryo", // Filipino
        "予定表", // Japanese
        "일정", // Korean
        "日历", // Chinese, simplified
        "行事曆", // Chinese, traditional
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the path is that of the default calendar or of a calendar below it.</summary>
    public static bool IsCalendar(string? path) => path is not null && Names.Contains(Split(path).FirstOrDefault(""));

    /// <summary>Whether the path is that of the default calendar.</summary>
    public static bool IsDefaultCalendar(string? path) => path is not null && Split(path) is [string name] && Names.Contains(name);

    private static string[] Split(string path) => path.Split(['\\', '/'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
