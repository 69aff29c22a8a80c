using System.Buffers.Binary;
using Restoration.Sources.AuditLog;

namespace Restoration.Tests.Sources.AuditLog;

/// <summary>Writes an audit trail, one record a minute, with ids as Exchange lays them out.</summary>
internal sealed class Trail
{
    public const string Lori = "lori@contoso.com";

    public static readonly Guid LoriGuid = new("26286ffa-073d-45ff-9fe9-539891984d69");

    public static readonly DateTimeOffset Start = new(2026, 9, 1, 12, 0, 0, TimeSpan.Zero);

    // The folders below are made of these.
    private static readonly byte[] Header = Convert.FromHexString("00000000C541F4B49EE61E44962F6D4CDC4A457C");
    private static readonly byte[] ImmutableHeader = Convert.FromHexString("000000001D840311AA6611CD9BC800AA002FC45A0D00");
    private static readonly byte[] Replica = Convert.FromHexString("32BD00BEEC5D5447870498E2FFA2BCA9");

    public static readonly AuditedFolder Calendar = Folder(0x010D, 0x02, @"\Calendar");
    public static readonly AuditedFolder Team = Folder(0x0201, 0x02, @"\Calendar\Team");
    public static readonly AuditedFolder DeletedItems = Folder(0x010A, 0x01, @"\Deleted Items");
    public static readonly AuditedFolder Deletions = Folder(0x0111, 0x01, @"\Recoverable Items\Deletions");
    public static readonly AuditedFolder Inbox = Folder(0x010C, 0x01, @"\Inbox");

    public List<AuditRecord> Records { get; } = [];

    public static AuditedFolder Folder(long counter, byte type, string path)
        => new(ExchangeId.FromEntryId([.. Header, 1, 0, .. Place(counter)], type).ToString(), path);

    /// <summary>An appointment with a store id of its own in each folder, and an immutable id unless told otherwise.</summary>
    public static AuditedItem Item(long number, string? subject = "Review", byte type = 0x0F, bool immutable = true, long folder = 0x010D) => new()
    {
        Id = ExchangeId.FromEntryId([.. Header, 7, 0, .. Place(folder), .. Place((folder << 20) + number)], type).ToString(),
        ImmutableId = immutable ? ExchangeId.FromEntryId([.. ImmutableHeader, .. Place(number)], type).ToString() : null,
        Subject = subject,
    };

    public Trail Add(string operation, AuditedFolder? folder, params AuditedItem[] items) => Add(new AuditRecord
    {
        Operation = operation,
        CreationTime = default,
        Folder = folder,
        Items = items,
    });

    public Trail Move(AuditedFolder? from, AuditedFolder? to, params AuditedItem[] items) => Add(new AuditRecord
    {
        Operation = "Move",
        CreationTime = default,
        Folder = from,
        DestinationFolder = to,
        Items = items,
    });

    /// <summary>Adds a record, and fills in what it leaves open.</summary>
    public Trail Add(AuditRecord record)
    {
        int number = Records.Count + 1;
        Records.Add(record with
        {
            RecordId = record.RecordId ?? new Guid(number, 0, 0, new byte[8]).ToString(),
            CreationTime = record.CreationTime == default ? Start.AddMinutes(number) : record.CreationTime,
            UserId = record.UserId ?? "bob@contoso.com",
            Mailbox = record.Mailbox ?? Lori,
            MailboxGuid = record.MailboxGuid ?? LoriGuid,
            ResultStatus = record.ResultStatus ?? "Succeeded",
            File = "export.csv",
            Row = number,
        });
        return this;
    }

    public LossReport Analyze(LossFilter? filter = null) => Analyze(Records, filter);

    public static LossReport Analyze(IEnumerable<AuditRecord> records, LossFilter? filter = null)
    {
        LossAnalyzer analyzer = new(filter ?? LossFilter.All);
        foreach (AuditRecord record in records)
        {
            analyzer.Add(new ReadAuditRecord(record, null));
        }

        LossReport report = analyzer.Complete();
        Assert.Equal(report.Entries, report.Losses.Count + report.Counts.Values.Sum());
        return report;
    }

    private static byte[] Place(long counter)
    {
        byte[] bytes = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, counter);
        return [.. Replica, .. bytes[2..], 0, 0];
    }
}
