using System.Management.Automation;
using Restoration.Module.Tests.Metadata;
using Restoration.PowerShell;

namespace Restoration.Module.Tests;

/// <summary>Microsoft's guidelines for cmdlets, as far as metadata can hold them. The numbers are those of its lists.</summary>
public sealed class GuidelineTests
{
    private static readonly string[] Approved =
    [
        .. new[] { typeof(VerbsCommon), typeof(VerbsCommunications), typeof(VerbsData), typeof(VerbsDiagnostic), typeof(VerbsLifecycle), typeof(VerbsOther), typeof(VerbsSecurity) }
            .SelectMany(type => type.GetFields())
            .Select(field => (string)field.GetRawConstantValue()!),
    ];

    // What these verbs do can be seen afterwards: in the store, in a file, in the tenant.
    private static readonly string[] Changing =
        ["Add", "Backup", "Clear", "Convert", "Copy", "Export", "Import", "Initialize", "Invoke", "Move", "New", "Remove", "Rename", "Restore", "Resume", "Set", "Start", "Stop", "Suspend", "Undo", "Update"];

    private static readonly string[] Dangerous = ["Invoke", "Remove", "Restore", "Suspend", "Undo"];

    public static TheoryData<string> Cmdlets => [.. CmdletMetadata.All.Select(cmdlet => cmdlet.Name)];

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void RD01_RD02_The_name_is_an_approved_verb_and_a_plain_noun(string name)
    {
        CmdletMetadata cmdlet = CmdletMetadata.Find(name);
        Assert.Contains(cmdlet.Verb, Approved);
        Assert.Matches("^([A-Z][a-z]+)+$", cmdlet.Noun);
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void SD01_The_noun_is_singular(string name) =>
        Assert.Matches("([^s]|ss|us|Statistics)$", CmdletMetadata.Find(name).Noun);

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void RD04_What_changes_something_can_say_what_it_would_do(string name)
    {
        CmdletMetadata cmdlet = CmdletMetadata.Find(name);
        Assert.Equal(Changing.Contains(cmdlet.Verb), cmdlet.SupportsShouldProcess);
        Assert.Equal(Dangerous.Contains(cmdlet.Verb) ? ConfirmImpact.High : ConfirmImpact.Medium, cmdlet.ConfirmImpact);
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void RD05_What_asks_a_second_time_can_be_forced(string name)
    {
        CmdletMetadata cmdlet = CmdletMetadata.Find(name);
        bool asks = File.ReadAllText(Checkout.PathOf($"src/Restoration.PowerShell/Commands/{cmdlet.Type.Name}.cs")).Contains("ShouldContinue(", StringComparison.Ordinal);
        Assert.True(!asks || cmdlet.Parameters.Any(parameter => parameter.Name == "Force"));
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void RC01_AC01_The_class_is_where_its_name_says(string name)
    {
        CmdletMetadata cmdlet = CmdletMetadata.Find(name);
        Assert.True(cmdlet.Type.IsPublic && cmdlet.Type.IsSealed);
        Assert.True(cmdlet.Type.IsSubclassOf(typeof(AsyncCmdlet)));
        Assert.Equal("Restoration.PowerShell.Commands", cmdlet.Type.Namespace);
        Assert.Equal($"{cmdlet.Verb}{cmdlet.Noun}Command", cmdlet.Type.Name);
        Assert.NotNull(cmdlet.Type.GetConstructor([]));
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void RC04_What_is_written_is_said(string name) => Assert.NotEmpty(CmdletMetadata.Find(name).OutputTypes);

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void SD03_Sets_have_a_default_and_one_way_in_by_value(string name)
    {
        CmdletMetadata cmdlet = CmdletMetadata.Find(name);
        Assert.True(cmdlet.Sets.Count <= 3);
        Assert.Equal(cmdlet.Sets.Count > 0, cmdlet.DefaultParameterSet is not null);
        Assert.True(cmdlet.DefaultParameterSet is null || cmdlet.Sets.Contains(cmdlet.DefaultParameterSet));
        Assert.All(
            cmdlet.Sets.DefaultIfEmpty(ParameterUse.AllSets),
            set => Assert.True(1 >= cmdlet.Parameters.Count(parameter => parameter.Uses.Any(use => use.ByValue && (use.Set == set || use.Set == ParameterUse.AllSets)))));
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void Positions_follow_each_other(string name)
    {
        CmdletMetadata cmdlet = CmdletMetadata.Find(name);
        foreach (string set in cmdlet.Sets.DefaultIfEmpty(ParameterUse.AllSets))
        {
            int[] positions =
            [
                .. cmdlet.Parameters.SelectMany(parameter => parameter.Uses).Where(use => use.Set == set || use.Set == ParameterUse.AllSets)
                    .Select(use => use.Position).OfType<int>().Order(),
            ];
            Assert.Equal(positions.Distinct(), positions);
        }
    }
}
