using Restoration.Items;

namespace Restoration.Formats.Tables;

/// <summary>The words that tables use for yes and no, for privacy, importance and availability, in Outlook's languages.</summary>
internal static class TableWords
{
    private static readonly Dictionary<string, bool> Truths = Words<bool>(
        (true, "true|yes|1|on|wahr|ja|ein|vrai|oui|actif|activé|verdadero|sí|si|activado|vero|attivato|sì|waar|aan|verdadeiro|sim|ativado|sant|sann|sand|tosi|kyllä|prawda|tak|pravda|ano|истина|да|вкл|真|はい|オン|是|开|예|참"),
        (false, "false|no|0|off|falsch|nein|aus|faux|non|inactif|désactivé|falso|desactivado|disattivato|onwaar|nee|uit|não|desativado|falskt|usann|falsk|nej|nei|epätosi|ei|fałsz|nie|nepravda|ne|ложь|нет|выкл|偽|いいえ|オフ|否|假|关|아니요|거짓"));

    private static readonly Dictionary<string, Sensitivity> Sensitivities = Words<Sensitivity>(
        (Sensitivity.Normal, "normal|normale|normaal|public|0|normalny|normální|normaali|обычная|обычный|標準|普通|正常|보통"),
        (Sensitivity.Personal, "personal|persönlich|personnel|personale|persoonlijk|pessoal|1"),
        (Sensitivity.Private, "private|privat|privé|privado|privato|particular|2|prywatne|soukromé|yksityinen|частное|個人|プライベート|私有|비공개"),
        (Sensitivity.Confidential, "confidential|vertraulich|confidentiel|confidencial|riservato|vertrouwelijk|3"));

    private static readonly Dictionary<string, Importance> Importances = Words<Importance>(
        (Importance.Low, "low|niedrig|faible|basse|baja|bassa|laag|baixa|låg|lav|matala|niski|nízká|низкая|低|낮음"),
        (Importance.Normal, "normal|normale|normaal|media|medium|normaali|normalny|normální|обычная|標準|普通|正常|보통"),
        (Importance.High, "high|hoch|haute|élevée|alta|hoog|hög|høj|høy|korkea|wysoki|vysoká|высокая|高|높음"));

    // Outlook's tables number them otherwise than its objects do: 3 is free there.
    private static readonly Dictionary<string, BusyStatus> Statuses = Words<BusyStatus>(
        (BusyStatus.Free, "free|3|0|frei|libre|disponible|libero|vrij|livre|disponível"),
        (BusyStatus.Tentative, "tentative|1|mit vorbehalt|provisoire|provisional|provvisorio|voorlopig|provisório"),
        (BusyStatus.Busy, "busy|2|beschäftigt|gebucht|occupé|occupé(e)|ocupado|occupato|bezet"),
        (BusyStatus.OutOfOffice, "oof|out of office|outofoffice|4|abwesend|absent|fuera de la oficina|fuori sede|afwezig|ausente|fora do escritório"),
        (BusyStatus.WorkingElsewhere, "workingelsewhere|working elsewhere|5|an einem anderen ort tätig"));

    /// <summary>Yes or no; null if the cell says neither.</summary>
    public static bool? Truth(string? word) => Find(Truths, word);

    /// <summary>Who may see it.</summary>
    public static Sensitivity? SensitivityOf(string? word) => Find(Sensitivities, word);

    /// <summary>How important it is.</summary>
    public static Importance? ImportanceOf(string? word) => Find(Importances, word);

    /// <summary>How the time shows to others.</summary>
    public static BusyStatus? BusyStatusOf(string? word) => Find(Statuses, word);

    private static T? Find<T>(Dictionary<string, T> words, string? word)
        where T : struct
        => word is not null && words.TryGetValue(word, out T value) ? value : null;

    private static Dictionary<string, T> Words<T>(params (T Value, string Words)[] entries)
        => entries.SelectMany(entry => entry.Words.Split('|'), (entry, word) => (word, entry.Value))
            .ToDictionary(pair => pair.word, pair => pair.Value, StringComparer.OrdinalIgnoreCase);
}
