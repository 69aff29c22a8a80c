using Restoration.Module.Tests.Metadata;

namespace Restoration.Module.Tests;

/// <summary>A parameter means the same in every cmdlet: by type, by aliases, by what it takes and what it offers.</summary>
public sealed class ParameterTests
{
    private static readonly string[] Reserved =
    [
        "Confirm", "Debug", "ErrorAction", "ErrorVariable", "InformationAction", "InformationVariable", "OutBuffer", "OutVariable", "PipelineVariable",
        "ProgressAction", "UseTransaction", "Verbose", "WarningAction", "WarningVariable", "WhatIf",
    ];

    // What names one thing of a kind is of the type of that kind.
    private static readonly string[] OfManyTypes = ["Identity", "Kind"];

    // Named and typed as Exchange does it, so that its administrators need not look them up.
    private static readonly string[] OfExchange = ["Alias", "ExcludeFolders", "HighPriority", "IncludeFolders", "IncludeSkippedItems", "Suspend"];

    // Nothing takes away what was said before.
    private static readonly string[] Emptied = ["BatchName", "Hold", "UserPrincipalName"];

    // The name of a request, a configuration, a plan or a user is no calendar.
    private static readonly string[] OtherNames =
    [
        "Get-BackupPlan", "New-BackupPlan", "Set-BackupPlan", "Get-RestorationConfiguration", "Get-RestorationUser", "Get-RestoreRequest", "New-RestorationConfiguration", "New-RestorationUser", "New-RestoreRequest",
        "Remove-RestorationUser", "Set-RestorationConfiguration", "Set-RestorationUser", "Test-RestoreRequest",
    ];

    public static TheoryData<string> Cmdlets => [.. CmdletMetadata.All.Select(cmdlet => cmdlet.Name)];

    private static IEnumerable<(CmdletMetadata Cmdlet, CmdletParameter Parameter)> All =>
        from cmdlet in CmdletMetadata.All
        from parameter in cmdlet.Parameters
        select (cmdlet, parameter);

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void RD03_SD02_Names_are_plain_singular_and_not_the_engines(string name) => Assert.All(
        CmdletMetadata.Find(name).Parameters,
        parameter =>
        {
            Assert.DoesNotContain(parameter.Name, Reserved);
            Assert.Matches("^([A-Z][a-z]+)+$", parameter.Name);
            Assert.True(OfExchange.Contains(parameter.Name) || System.Text.RegularExpressions.Regex.IsMatch(parameter.Name, "([^s]|ss|us)$"), parameter.Name);
        });

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void SD03_Switches_are_switches(string name) =>
        Assert.DoesNotContain(CmdletMetadata.Find(name).Parameters, parameter => parameter.ValueType == typeof(bool) && !OfExchange.Contains(parameter.Name));

    [Fact]
    public void SD03_One_name_is_one_type_everywhere() => Assert.All(
        All.Where(pair => !OfManyTypes.Concat(OfExchange).Contains(pair.Parameter.Name)).GroupBy(pair => pair.Parameter.Name),
        uses => Assert.True(uses.Select(pair => pair.Parameter.ValueType).Distinct().Count() == 1, uses.Key));

    [Fact]
    public void One_name_has_the_same_aliases_everywhere() => Assert.All(
        All.Where(pair => !(pair.Parameter.Name == "Name" && OtherNames.Contains(pair.Cmdlet.Name))
                && !pair.Parameter.Uses.Any(use => IsOfTheRecord(pair.Cmdlet, use)))
            .GroupBy(pair => (pair.Parameter.Name, pair.Parameter.ValueType)),
        uses => Assert.True(
            uses.Select(pair => string.Join(',', pair.Parameter.Aliases.Order(StringComparer.Ordinal))).Distinct().Count() == 1,
            string.Join(", ", uses.Select(pair => pair.Parameter))));

    [Fact]
    public void A_calendar_is_named_alike_by_everybody_who_has_a_mailbox() => Assert.All(
        CmdletMetadata.All.Where(cmdlet => cmdlet.Parameters.Any(parameter => parameter is { Name: "Mailbox", Type.IsArray: false }) && !OtherNames.Contains(cmdlet.Name)
            && !cmdlet.Name.EndsWith("-Mailbox", StringComparison.Ordinal)),
        cmdlet => Assert.Single(
            cmdlet.Parameters,
            parameter => (parameter.Name == "Calendar" && parameter.Aliases.Contains("Name")) || (parameter.Name == "Name" && parameter.Aliases.Contains("Calendar"))));

    [Fact]
    public void SC01_A_path_with_wildcards_has_a_twin_without() => Assert.All(
        CmdletMetadata.All.Where(cmdlet => cmdlet.Parameters.Any(parameter => parameter.Name is "Path" or "LiteralPath")),
        cmdlet =>
        {
            CmdletParameter path = cmdlet.Parameters.Single(parameter => parameter.Name == "Path");
            CmdletParameter literal = cmdlet.Parameters.Single(parameter => parameter.Name == "LiteralPath");
            Assert.True(path.TakesWildcards && !literal.TakesWildcards);
            Assert.Equal(["PSPath"], literal.Aliases);
            Assert.Equal(path.Type, literal.Type);
            Assert.Empty(path.Uses.Select(use => use.Set).Intersect(literal.Uses.Select(use => use.Set)));
        });

    [Fact]
    public void Nothing_is_never_all() => Assert.All(
        All.Where(pair => (pair.Parameter.ValueType == typeof(string) || pair.Parameter.ValueType == typeof(Guid)) && !Emptied.Contains(pair.Parameter.Name)
            && pair.Parameter.Uses.Any(use => !use.IsMandatory && !IsOfTheRecord(pair.Cmdlet, use))),
        pair => Assert.True(pair.Parameter.RefusesNothing, pair.Parameter.ToString()));

    [Fact]
    public void Dates_are_taken_as_text_or_as_dates() => Assert.All(
        All.Where(pair => pair.Parameter.Name is "After" or "Before" || pair.Parameter.Name.EndsWith("Date", StringComparison.Ordinal)
            || (pair.Parameter.Name != "BackupTime" && pair.Parameter.Name.EndsWith("Time", StringComparison.Ordinal))),
        pair => Assert.True(pair.Parameter.Has("DateTransformationAttribute"), pair.Parameter.ToString()));

    [Theory]
    [InlineData("Mailbox", "MailboxCompleter")]
    [InlineData("Calendar", "CalendarCompleter")]
    [InlineData("Format", "FormatCompleter")]
    [InlineData("SourceFormat", "FormatCompleter")]
    [InlineData("TimeZone", "TimeZoneCompleter")]
    [InlineData("Culture", "CultureCompleter")]
    public void What_can_be_offered_is_offered(string name, string completer) => Assert.All(
        All.Where(pair => pair.Parameter.Name == name && pair.Cmdlet.Name != "New-Calendar"),
        pair => Assert.True(pair.Parameter.Completer == completer || OtherNames.Contains(pair.Cmdlet.Name), pair.Parameter.ToString()));

    [Fact]
    public void What_is_named_by_its_identity_comes_first_and_through_the_pipeline() => Assert.All(
        All.Where(pair => pair.Parameter.Name == "Identity"),
        pair =>
        {
            Assert.NotNull(pair.Parameter.Completer);
            Assert.All(pair.Parameter.Uses, use => Assert.True(use is { IsMandatory: true, Position: 0, ByValue: true }, pair.Parameter.ToString()));
        });

    // Parts of an audit record have the names that the exports give them, and what a record does not say is no choice of anybody.
    private static bool IsOfTheRecord(CmdletMetadata cmdlet, ParameterUse use) =>
        use.ByPropertyName && cmdlet.Type.IsSubclassOf(typeof(PowerShell.AuditRecordCmdlet));
}
