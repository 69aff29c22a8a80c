using System.Globalization;
using Microsoft.Data.Sqlite;
using Restoration.Backups.Plans;
using Restoration.Configurations;
using Restoration.Contracts.Support;
using Restoration.Items;
using Restoration.Mailboxes;
using Restoration.Policies;
using Restoration.Requests;
using Restoration.Storage.Sql;
using Restoration.Stores;
using Restoration.Users;

namespace Restoration.Storage.Tests;

/// <summary>A store with something in every table, and all that is in such a file.</summary>
internal static class FullStore
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 8, 0, 0, TimeSpan.Zero);

    public static async Task MakeAsync(IStoreProvider provider)
    {
        await using Engine engine = new(await provider.OpenAsync("alice", None));
        MailboxStage stage = new(engine);
        await stage.MakeAsync();
        await stage.Mailboxes.CreateAsync(new MailboxDraft { Address = MailboxStage.Target, Kind = MailboxKind.Archive }, None);
        await stage.FillAsync(MailboxStage.Source, "Posteingang/Größe 📅", null, Some.Appointments(4));
        await stage.RestoreAsync(MailboxStage.Settings with { TargetRootFolder = "Back" });
        (RestoreRequest request, _) = await engine.RestoreAsync(ConflictResolutionOption.KeepTargetItem, Some.Appointments(6));
        await engine.UndoAsync(request);
        await engine.RestoreAsync(ConflictResolutionOption.KeepTargetItem, Some.Appointment(1), Some.Series(2), Some.Override(2, 1));
        await new Backups.BackupService(engine.Workspace).CreateAsync(await engine.Calendars.GetAsync(Engine.Mailbox, FolderPath.Calendar, None), None);
        await engine.Workspace.WriteAsync(transaction => AddRestAsync(transaction, engine), None);
    }

    /// <summary>All rows of all tables but that of the migrations, whose times are each store's own; times in a database's own form to the microsecond.</summary>
    public static List<string> Read(string file)
    {
        using SqliteConnection connection = Open(file);
        return [.. Query(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'schema_migrations' ORDER BY name")
            .SelectMany(table => Query(connection, $"SELECT * FROM {table} ORDER BY 1, 2").Select(row => $"{table}: {row}"))];
    }

    public static void Execute(string file, string sql)
    {
        using SqliteConnection connection = Open(file);
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static async ValueTask<bool> AddRestAsync(IStoreTransaction transaction, Engine engine)
    {
        await transaction.Users.AddAsync(new RestorationUser { Name = "Olaf Ørsted", Role = UserRole.Operator, CreatedBy = "alice", CreatedAt = Now, UpdatedAt = Now.AddTicks(3) }, None);
        await transaction.Configurations.AddAsync(
            new RestorationConfiguration
            {
                Name = "Nightly",
                User = "olaf ørsted",
                SourceType = SourceType.ExportFile,
                Source = """{"paths":["*.csv"]}""",
                DestinationType = DestinationType.LocalCalendar,
                Destination = """{ "calendar" : "Imported" }""",
                IsActive = false,
                CreatedAt = Now,
                UpdatedAt = Now.AddTicks(1234567),
            },
            None);
        await transaction.BackupPlans.AddAsync(
            new BackupPlan
            {
                PlanId = engine.Workspace.Identifiers.NewId(),
                Name = "Every night",
                Calendars = ["alice@contoso.com/Calendar"],
                TimeZone = "Europe/Berlin",
                User = "alice",
                CreatedAt = Now,
                UpdatedAt = Now,
            },
            None);
        await transaction.Leases.TakeAsync("plan", "somebody", Now, Now.AddMinutes(2), None);

        // Its number is not to be given again in the copy either.
        Folder folder = await MailboxDirectory.GetFolderAsync(transaction, Engine.Mailbox, FolderPath.Calendar, None);
        await transaction.Items.DeleteAsync(await transaction.Items.AddAsync(folder.Id, Some.Appointment(9), null, None), None);
        return true;
    }

    private static SqliteConnection Open(string file)
    {
        SqliteConnection connection = new(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private static List<string> Query(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        using SqliteDataReader reader = command.ExecuteReader();
        List<string> rows = [];
        while (reader.Read())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => Text(reader, i))));
        }

        return rows;
    }

    private static string Text(SqliteDataReader reader, int column) => reader.GetValue(column) switch
    {
        DBNull => "NULL",
        byte[] bytes => Convert.ToHexString(bytes),
        string text when reader.GetDataTypeName(column) == "DATETIME" => StoredTime.Read(text).ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture),
        string text => text,
        object value => string.Create(CultureInfo.InvariantCulture, $"#{value}"),
    };
}
