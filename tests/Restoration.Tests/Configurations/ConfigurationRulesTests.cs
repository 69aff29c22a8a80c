using Restoration.Configurations;
using Restoration.Contracts.Support;
using Restoration.Failures;
using Restoration.Losses;
using Restoration.Policies;
using Restoration.Requests;

namespace Restoration.Tests.Configurations;

public sealed class ConfigurationRulesTests
{
    private const string Files = """{"paths":["*.items"]}""";
    private const string Backups = """{"calendars":["Backup"],"mailbox":"alice@contoso.com"}""";
    private const string Calendar = """{"calendar":"Recovered"}""";

    public static TheoryData<SourceType, string, DestinationType, string, string?, FailureCode, string> Bad => new()
    {
        { SourceType.ExportFile, "{", DestinationType.LocalCalendar, Calendar, null, FailureCode.InvalidArgument, "no JSON:" },
        { SourceType.ExportFile, "[]", DestinationType.LocalCalendar, Calendar, null, FailureCode.InvalidArgument, "no JSON object" },
        { SourceType.ExportFile, "{}", DestinationType.LocalCalendar, Calendar, null, FailureCode.InvalidArgument, "'paths' is missing" },
        { SourceType.ExportFile, """{"paths":[]}""", DestinationType.LocalCalendar, Calendar, null, FailureCode.InvalidArgument, "'paths' is empty" },
        { SourceType.ExportFile, """{"paths":[1]}""", DestinationType.LocalCalendar, Calendar, null, FailureCode.InvalidArgument, "no text" },
        { SourceType.ExportFile, """{"path":7}""", DestinationType.LocalCalendar, Calendar, null, FailureCode.InvalidArgument, "'path' is no text but Number" },
        { SourceType.ExportFile, """{"path":" "}""", DestinationType.LocalCalendar, Calendar, null, FailureCode.InvalidArgument, "'path' is empty" },
        { SourceType.ExportFile, """{"path":"a","paths":["b"]}""", DestinationType.LocalCalendar, Calendar, null, FailureCode.InvalidArgument, "beside 'path'" },
        { SourceType.ExportFile, """{"path":"a","path":"b"}""", DestinationType.LocalCalendar, Calendar, null, FailureCode.InvalidArgument, "there twice" },
        { SourceType.ExportFile, """{"path":"a","colour":"red"}""", DestinationType.LocalCalendar, Calendar, null, FailureCode.InvalidArgument, "'colour' is unknown" },
        { SourceType.ExportFile, """{"path":"a","format":"PST"}""", DestinationType.LocalCalendar, Calendar, null, FailureCode.UnsupportedFormat, "'PST'" },
        { SourceType.ExportFile, """{"path":"a","timeZone":"Mars"}""", DestinationType.LocalCalendar, Calendar, null, FailureCode.TimeZoneNotFound, "'Mars'" },
        { SourceType.BackupCalendar, "{}", DestinationType.LocalCalendar, Calendar, null, FailureCode.InvalidArgument, "'calendars' is missing" },
        { SourceType.BackupCalendar, """{"locations":["graph:a/b"]}""", DestinationType.LocalCalendar, Calendar, null, FailureCode.InvalidArgument, "which is no backup" },
        { SourceType.BackupCalendar, """{"locations":["nowhere"]}""", DestinationType.LocalCalendar, Calendar, null, FailureCode.InvalidLocation, "'nowhere'" },
        { SourceType.BackupCalendar, """{"calendars":["a//b"]}""", DestinationType.LocalCalendar, Calendar, null, FailureCode.InvalidArgument, "no folder path" },
        { SourceType.BackupCalendar, Backups, DestinationType.LocalCalendar, """{"calendar":"backup","mailbox":"Alice@contoso.com"}""", null, FailureCode.InvalidArgument, "inside its source" },
        { SourceType.BackupCalendar, """{"calendars":["Rec*"]}""", DestinationType.LocalCalendar, Calendar, null, FailureCode.InvalidArgument, "inside its source" },
        { SourceType.ExportFile, Files, DestinationType.ExportFile, """{"path":"all.items"}""", null, FailureCode.InvalidArgument, "inside its source" },
        { SourceType.AuditLog, """{"startDate":"2026-13-01","timeZone":"UTC"}""", DestinationType.LocalCalendar, Calendar, null, FailureCode.InvalidDate, "'2026-13-01'" },
        { SourceType.AuditLog, """{"startDate":"2026-11-01"}""", DestinationType.LocalCalendar, Calendar, null, FailureCode.TimeZoneRequired, "time zone" },
        { SourceType.AuditLog, """{"allowPlaceholder":"yes"}""", DestinationType.LocalCalendar, Calendar, null, FailureCode.InvalidArgument, "neither true nor false" },
        { SourceType.ExportFile, Files, DestinationType.LocalCalendar, "{}", null, FailureCode.InvalidArgument, "'calendar' is missing" },
        { SourceType.ExportFile, Files, DestinationType.LocalCalendar, """{"calendar":"Rec*"}""", null, FailureCode.InvalidArgument, "has a wildcard" },
        { SourceType.ExportFile, Files, DestinationType.LocalCalendar, """{"location":"graph:a/b"}""", null, FailureCode.InvalidArgument, "no location of this type" },
        { SourceType.ExportFile, Files, DestinationType.MSGraphCalendar, """{"location":"store:a/b"}""", null, FailureCode.InvalidArgument, "no location of this type" },
        { SourceType.ExportFile, Files, DestinationType.LocalCalendar, """{"location":"store:a/b","calendar":"c"}""", null, FailureCode.InvalidArgument, "says mailbox and calendar already" },
        { SourceType.ExportFile, Files, DestinationType.ExportFile, "{}", null, FailureCode.InvalidArgument, "'path' is missing" },
        { SourceType.ExportFile, Files, DestinationType.ExportFile, """{"path":"a.pst"}""", null, FailureCode.UnsupportedFormat, "'a.pst'" },
        { SourceType.ExportFile, Files, DestinationType.LocalCalendar, Calendar, """{"conflictResolutionOption":"KeepMine"}""", FailureCode.InvalidArgument, "'KeepMine'" },
        { SourceType.ExportFile, Files, DestinationType.LocalCalendar, Calendar, """{"duplicates":"1"}""", FailureCode.InvalidArgument, "'duplicates' is '1'" },
        { SourceType.ExportFile, Files, DestinationType.LocalCalendar, Calendar, """{"limit":0}""", FailureCode.InvalidArgument, "takes nothing" },
        { SourceType.ExportFile, Files, DestinationType.LocalCalendar, Calendar, """{"limit":1.5}""", FailureCode.InvalidArgument, "no whole number" },
        { SourceType.ExportFile, Files, DestinationType.LocalCalendar, Calendar, """{"orderBy":"startAscending"}""", FailureCode.InvalidArgument, "Give a limit too" },
        { SourceType.ExportFile, Files, DestinationType.LocalCalendar, Calendar, """{"subject":"regex:("}""", FailureCode.InvalidArgument, "no regular expression" },
        { SourceType.ExportFile, Files, DestinationType.LocalCalendar, Calendar, """{"startDate":"2026-11-02","endDate":"2026-11-01","timeZone":"UTC"}""", FailureCode.InvalidDate, "before the start" },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task Each_kind_of_mistake_has_its_own_error(
        SourceType sourceType, string source, DestinationType destinationType, string destination, string? policy, FailureCode code, string says)
    {
        await using Engine engine = new();
        RestorationException problem = await Assert.ThrowsAsync<RestorationException>(async () => await Service(engine).AddAsync(
            Draft("Bad") with { SourceType = sourceType, Source = source, DestinationType = destinationType, Destination = destination, Policy = policy }, default));
        Assert.Equal(code, problem.Code);
        Assert.Contains(says, problem.Message, StringComparison.Ordinal);
        Assert.Empty(await Service(engine).ListAsync(new ConfigurationFilter(), default));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a*")]
    [InlineData("42")]
    [InlineData("two\nlines")]
    public async Task A_name_has_to_be_one_that_can_be_asked_for(string name)
    {
        await using Engine engine = new();
        Assert.Equal(
            FailureCode.InvalidArgument,
            (await Assert.ThrowsAsync<RestorationException>(async () => await Service(engine).AddAsync(Draft(name), default))).Code);
    }

    [Fact]
    public async Task P5_and_P28_a_calendar_that_is_not_there_is_an_error_and_so_are_two_of_one_name()
    {
        await using Engine engine = new();
        RestorationConfiguration configuration = await Service(engine).AddAsync(
            Draft("Backups") with { SourceType = SourceType.BackupCalendar, Source = """{"calendars":["Backup"]}""" }, default);
        Restoration.Mailboxes.CalendarService calendars = new(engine.Workspace);
        Assert.Equal(FailureCode.CalendarNotFound, await RunAsync());
        await calendars.CreateAsync("alice@contoso.com", Restoration.Items.FolderPath.Parse("Backup"), default);
        await calendars.CreateAsync("bob@contoso.com", Restoration.Items.FolderPath.Parse("Backup"), default);
        Assert.Equal(FailureCode.Ambiguous, await RunAsync());
        RestorationConfiguration named = await Service(engine).AddAsync(
            Draft("Named") with { SourceType = SourceType.BackupCalendar, Source = """{"calendars":["bob@contoso.com/Backup"]}""" }, default);
        Assert.Equal(
            "store:bob@contoso.com/Backup",
            (await Service(engine).DraftAsync(named, settings => settings, Environment.CurrentDirectory, null, default)).Source.ToString());

        async Task<FailureCode> RunAsync() => (await Assert.ThrowsAsync<RestorationException>(
            async () => await Service(engine).DraftAsync(configuration, settings => settings, Environment.CurrentDirectory, null, default))).Code;
    }

    [Fact]
    public async Task It_is_run_with_its_number_and_what_is_given_comes_before_what_it_says()
    {
        using TemporaryFolder folder = new();
        await using Engine engine = new();
        await File.WriteAllTextAsync(folder.File("a.items"), "Uid=a\nSubject=Team\nStart=2026-11-03T09:00:00Z\nEnd=2026-11-03T10:00:00Z\n\n");
        string source = $$"""{"path":{{System.Text.Json.JsonSerializer.Serialize(folder.File("*.items"))}}}""";
        RestorationConfiguration configuration = await Service(engine).AddAsync(Draft("Nightly") with { Source = source }, default);
        RequestDraft draft = await Service(engine).DraftAsync(
            await Service(engine).GetAsync("NIGHTLY", default), settings => settings with { ConflictResolution = ConflictResolutionOption.KeepAll }, Environment.CurrentDirectory, null, default);
        RestoreRequest request = (await engine.RunAsync(draft)).Request;
        Assert.Equal(
            (configuration.ConfigurationId, ConflictResolutionOption.KeepAll, "store:alice/Recovered", 1L),
            (request.ConfigurationId, request.ConflictResolutionOption, request.Destination, request.Counts.Created));

        RestorationConfiguration off = await Service(engine).SetAsync(configuration with { IsActive = false }, default);
        Assert.Equal(
            FailureCode.InvalidState,
            (await Assert.ThrowsAsync<RestorationException>(async () => await Service(engine).DraftAsync(off, settings => settings, Environment.CurrentDirectory, null, default))).Code);
    }

    private static ConfigurationDraft Draft(string name) => new()
    {
        Name = name,
        SourceType = SourceType.ExportFile,
        Source = Files,
        DestinationType = DestinationType.LocalCalendar,
        Destination = Calendar,
    };

    private static ConfigurationService Service(Engine engine) => new(engine.Workspace, new AuditLogRestore(engine.Workspace, new NoAuditRecords()));
}
