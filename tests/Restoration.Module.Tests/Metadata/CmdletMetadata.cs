using System.Management.Automation;
using System.Reflection;

namespace Restoration.Module.Tests.Metadata;

/// <summary>What a cmdlet says of itself. The engine's attributes are not made, because without an engine they tell nothing.</summary>
internal sealed record CmdletMetadata(Type Type, CustomAttributeData Attribute)
{
    /// <summary>All of them, in the order of their names.</summary>
    public static IReadOnlyList<CmdletMetadata> All { get; } =
    [
        .. from type in typeof(PowerShell.AsyncCmdlet).Assembly.GetTypes()
           let attribute = type.CustomAttributes.SingleOrDefault(data => data.AttributeType == typeof(CmdletAttribute))
           where attribute is not null
           let cmdlet = new CmdletMetadata(type, attribute)
           orderby cmdlet.Name
           select cmdlet,
    ];

    public string Verb => (string)Attribute.ConstructorArguments[0].Value!;

    public string Noun => (string)Attribute.ConstructorArguments[1].Value!;

    public string Name => $"{Verb}-{Noun}";

    public bool SupportsShouldProcess => Named("SupportsShouldProcess") is true;

    public ConfirmImpact ConfirmImpact => Named("ConfirmImpact") is int impact ? (ConfirmImpact)impact : ConfirmImpact.Medium;

    public string? DefaultParameterSet => (string?)Named("DefaultParameterSetName");

    public IReadOnlyList<Type> OutputTypes { get; } =
    [
        .. Type.CustomAttributes.Where(data => data.AttributeType == typeof(OutputTypeAttribute))
            .SelectMany(data => (IReadOnlyList<CustomAttributeTypedArgument>)data.ConstructorArguments[0].Value!)
            .Select(argument => (Type)argument.Value!),
    ];

    public IReadOnlyList<CmdletParameter> Parameters { get; } =
    [
        .. Type.GetProperties().Where(CmdletParameter.IsParameter).Select(property => new CmdletParameter(property)).OrderBy(parameter => parameter.Name),
    ];

    /// <summary>The names of the parameter sets; none if all parameters belong together.</summary>
    public IReadOnlyList<string> Sets =>
        [.. Parameters.SelectMany(parameter => parameter.Uses).Select(use => use.Set).Where(set => set != ParameterUse.AllSets).Distinct().Order()];

    public static CmdletMetadata Find(string name) => All.Single(cmdlet => cmdlet.Name == name);

    private object? Named(string name) =>
        Attribute.NamedArguments.Where(argument => argument.MemberName == name).Select(argument => argument.TypedValue.Value).SingleOrDefault();
}
