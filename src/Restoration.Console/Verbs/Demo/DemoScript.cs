using System.Globalization;
using Restoration.Sources.AuditLog;

namespace Restoration.Console.Verbs.Demo;

/// <summary>What the demo plays. What was lost, when and by whom is what the audit export says.</summary>
internal static class DemoScript
{
    public const string Mailbox = "alice@contoso.com";

    public static IEnumerable<DemoStep> Write(IReadOnlyList<Loss> losses, string calendarFile, string auditExport)
    {
        DateTimeOffset lost = losses[0].LostAt;
        DateTimeOffset evening = new(lost.UtcDateTime.Date.AddHours(-6), TimeSpan.Zero);
        DateTimeOffset noon = new(losses[^1].LostAt.UtcDateTime.Date.AddHours(12), TimeSpan.Zero);
        string[] subjects = [.. losses.Select(loss => loss.Subject).OfType<string>()];
        string[] restore = ["restore", "audit-log", "--path", auditExport];
        string calendar = $"{Mailbox}/Calendar";
        string before = string.Create(CultureInfo.InvariantCulture, $"{calendar}@{evening:yyyy-MM-dd}");
        return
        [
            new(evening, "A calendar, as Outlook exports it, comes into the store.", "calendar", "import", calendarFile, "--mailbox", Mailbox),
            new(evening, "In the evening it is backed up.", "backup", "create", "--mailbox", Mailbox),
            new(lost, $"In the morning {losses[0].Record.UserId ?? "somebody"} removes {subjects.Length} appointments.",
                ["appointment", "remove", "--mailbox", Mailbox, "--subject", .. subjects, "--execute"]),
            new(noon, "At noon it is missed. A backup of what is left, to compare with later.", "backup", "create", "--mailbox", Mailbox),
            new(noon, "The audit export says which items were lost, when and by whom; no times, no text, no people. The plan finds those in the backup:", restore),
            new(noon, "As planned, so done:", [.. restore, "--request-name", "Demo", "--execute"]),
            new(noon, "Everything is as it was in the evening:", "backup", "compare", before) { SameAs = before },
            new(noon, "Whoever runs it again changes nothing:", [.. restore, "--execute"]),
            new(noon, "Whoever did not mean it undoes it:", "request", "undo", "Demo", "--execute"),
            new(noon, "Everything is as it was at noon:", "backup", "compare", calendar) { SameAs = calendar },
            new(noon, "All of this is in the audit trail, and the trail is whole:", "audit", "verify"),
        ];
    }
}
