using Restoration.Sources.AuditLog;

namespace Restoration.Formats.AuditRecords;

/// <summary>
/// The items of a record that is a flat row (Search-MailboxAuditLog with Export-Csv): one in ItemId and ItemSubject,
/// or several in lists that are joined by commas, which subjects may hold themselves.
/// </summary>
internal static class AuditItemLists
{
    /// <summary>The items; a subject that cannot be told apart from the next is left out.</summary>
    public static IReadOnlyList<AuditedItem> Read(AuditRecordDraft draft)
    {
        string? id = draft[AuditField.ItemId];
        string? subject = draft[AuditField.ItemSubject];
        string? path = draft[AuditField.ItemFolderPath];
        if (id is not null || subject is not null)
        {
            return
            [
                new AuditedItem
                {
                    Id = id,
                    Subject = subject,
                    ImmutableId = draft[AuditField.ImmutableId],
                    InternetMessageId = draft[AuditField.InternetMessageId],
                    ParentFolder = path is null ? null : new AuditedFolder(null, path),
                },
            ];
        }

        string[] ids = Split(draft[AuditField.ItemIds]);
        string[] paths = Split(draft[AuditField.ItemFolderPaths]);
        int count = Math.Max(ids.Length, paths.Length);
        string[] subjects = Subjects(draft[AuditField.ItemSubjects], ref count);
        return [.. Enumerable.Range(0, count).Select(i => new AuditedItem
        {
            Id = i < ids.Length ? ids[i] : null,
            Subject = i < subjects.Length ? subjects[i] : null,
            ParentFolder = i < paths.Length ? new AuditedFolder(null, paths[i]) : null,
        })];
    }

    private static string[] Subjects(string? list, ref int count)
    {
        if (list is null)
        {
            return [];
        }

        // Nothing says how many there are: one subject, with its commas, is the only reading that invents none.
        count = Math.Max(count, 1);
        if (count == 1)
        {
            return [list];
        }

        string[] subjects = list.Split(',', StringSplitOptions.TrimEntries);
        return subjects.Length == count ? subjects : [];
    }

    private static string[] Split(string? list)
        => list?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
}
