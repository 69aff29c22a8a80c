using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Restoration.Console.Tests.Support;

/// <summary>Audit exports as text, as the Purview portal writes them.</summary>
internal static class AuditText
{
    private const string Header = "RecordId,CreationDate,RecordType,Operation,UserId,AuditData,AssociatedAdminUnits,AssociatedAdminUnitsNames";

    /// <summary>One record an event; the first was lost at the time given, each other a second later.</summary>
    public static string Of(string mailbox, DateTimeOffset at, params int[] numbers)
        => Header + "\r\n" + string.Concat(numbers.Select((number, i) => Row(mailbox, at.AddSeconds(i), number)));

    private static string Row(string mailbox, DateTimeOffset at, int number)
    {
        string time = at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
        string id = string.Create(CultureInfo.InvariantCulture, $"00000000-0000-4000-8000-{number:000000000000}");
        string actor = number % 2 == 0 ? "mallory@contoso.com" : "trent@contoso.com";
        string operation = number % 3 == 0 ? "HardDelete" : "SoftDelete";
        object folder = new { Id = "LgAAAADFQfS0nuYeRJYvbUzcSkV8AQBjuFMwYUEMGbapt8e/gak1AAAAAAENAAAC", Path = @"\Calendar" };
        string data = JsonSerializer.Serialize(new
        {
            CreationTime = time,
            Id = id,
            Operation = operation,
            RecordType = 3,
            ResultStatus = "Succeeded",
            Workload = "Exchange",
            UserId = actor,
            MailboxOwnerUPN = mailbox,
            Folder = folder,
            AffectedItems = new[] { new { Id = ItemId(number), ParentFolder = folder, Subject = CalendarEvent.SubjectOf(number) } },
        });
        return new StringBuilder().Append(CultureInfo.InvariantCulture, $"{id},{time}.0000000Z,3,{operation},{actor},\"")
            .Append(data.Replace("\"", "\"\"", StringComparison.Ordinal)).Append("\",,\r\n").ToString();
    }

    // An id of an appointment, as its last byte says.
    private static string ItemId(int number)
    {
        byte[] id = Convert.FromBase64String("RgAAAADFQfS0nuYeRJYvbUzcSkV8BwBjuFMwYUEMGbapt8e/gak1AAAAAAENAABfPE+FgNOS5CLnwvaAJnSsAAAAAAPpAAAP");
        BitConverter.TryWriteBytes(id.AsSpan(id.Length - 7), number);
        return Convert.ToBase64String(id);
    }
}
