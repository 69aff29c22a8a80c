using System.Management.Automation;
using System.Reflection;

namespace Restoration.Module.Tests.Metadata;

/// <summary>What a parameter says of itself.</summary>
internal sealed record CmdletParameter(PropertyInfo Property)
{
    public string Name => Property.Name;

    public Type Type => Property.PropertyType;

    /// <summary>The type of one value: what an array is of, or what may be missing.</summary>
    public Type ValueType => Type.GetElementType() ?? Nullable.GetUnderlyingType(Type) ?? Type;

    public IReadOnlyList<string> Aliases { get; } =
    [
        .. Property.CustomAttributes.Where(data => data.AttributeType == typeof(AliasAttribute))
            .SelectMany(data => (IReadOnlyList<CustomAttributeTypedArgument>)data.ConstructorArguments[0].Value!)
            .Select(argument => (string)argument.Value!),
    ];

    /// <summary>What it is in which parameter sets.</summary>
    public IReadOnlyList<ParameterUse> Uses { get; } =
        [.. Property.CustomAttributes.Where(data => data.AttributeType == typeof(ParameterAttribute)).Select(ParameterUse.Read)];

    public bool TakesWildcards => Has("SupportsWildcardsAttribute");

    public bool RefusesNothing => Has("ValidateNotNullOrEmptyAttribute") || Has("ValidateNotNullAttribute");

    /// <summary>The type that offers values for it; null if there is none.</summary>
    public string? Completer => Property.CustomAttributes
        .Where(data => data.AttributeType.Name == "ArgumentCompleterAttribute")
        .Select(data => ((Type)data.ConstructorArguments[0].Value!).Name)
        .SingleOrDefault();

    public static bool IsParameter(PropertyInfo property) => property.CustomAttributes.Any(data => data.AttributeType == typeof(ParameterAttribute));

    public bool Has(string attribute) => Property.CustomAttributes.Any(data => data.AttributeType.Name == attribute);

    public override string ToString() => $"{Property.ReflectedType!.Name}.{Name}";
}

/// <summary>What a parameter is in one parameter set, or in all.</summary>
internal sealed record ParameterUse(string Set, bool IsMandatory, int? Position, bool ByValue, bool ByPropertyName)
{
    public const string AllSets = "__AllParameterSets";

    public static ParameterUse Read(CustomAttributeData data)
    {
        Dictionary<string, object?> named = data.NamedArguments.ToDictionary(argument => argument.MemberName, argument => argument.TypedValue.Value);
        return new ParameterUse(
            (string?)named.GetValueOrDefault("ParameterSetName") ?? AllSets,
            named.GetValueOrDefault("Mandatory") is true,
            (int?)named.GetValueOrDefault("Position"),
            named.GetValueOrDefault("ValueFromPipeline") is true,
            named.GetValueOrDefault("ValueFromPipelineByPropertyName") is true);
    }
}
