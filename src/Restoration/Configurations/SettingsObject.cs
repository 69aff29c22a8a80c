using System.Text.Json;
using Restoration.Failures;

namespace Restoration.Configurations;

/// <summary>A JSON object of a configuration: each member is asked for by name, and what nobody asked for is an error.</summary>
internal sealed class SettingsObject
{
    private readonly string _part;
    private readonly Dictionary<string, JsonElement> _members = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _known = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads an object.</summary>
    /// <param name="part">Which part of the configuration it is: source, destination or policy.</param>
    /// <param name="json">The object as text.</param>
    public SettingsObject(string part, string json)
    {
        _part = part;
        using JsonDocument document = Parse(json);
        if (document.RootElement.ValueKind != JsonValueKind.Object)
        {
            throw Invalid(part, $"is no JSON object but {document.RootElement.ValueKind}");
        }

        foreach (JsonProperty member in document.RootElement.EnumerateObject())
        {
            if (!_members.TryAdd(member.Name, member.Value.Clone()))
            {
                throw Invalid(member.Name, "is there twice");
            }
        }
    }

    /// <summary>Whether a member is there.</summary>
    public bool Has(string name) => Find(name) is not null;

    /// <summary>A text; null if it is not there.</summary>
    public string? Text(string name) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } value when !string.IsNullOrWhiteSpace(value.GetString()) => value.GetString(),
        { ValueKind: JsonValueKind.String } => throw Invalid(name, "is empty"),
        { } value => throw Invalid(name, $"is no text but {value.ValueKind}"),
    };

    /// <summary>A text or a list of texts, under its name or its plural; empty if neither is there.</summary>
    public IReadOnlyList<string> Texts(string name, string plural)
    {
        if (Has(name) && Has(plural))
        {
            throw Invalid(plural, $"is there beside '{name}'; write one of them");
        }

        string given = Has(plural) ? plural : name;
        if (Find(given) is not { ValueKind: JsonValueKind.Array } list)
        {
            return Text(given) is { } one ? [one] : [];
        }

        string[] texts = [.. list.EnumerateArray().Select(element => element.ValueKind == JsonValueKind.String ? element.GetString()! : throw Invalid(given, "holds something that is no text"))];
        return texts.Length == 0 || texts.Any(string.IsNullOrWhiteSpace) ? throw Invalid(given, "is empty, or holds an empty text") : texts;
    }

    /// <summary>A truth value.</summary>
    public bool Flag(string name, bool otherwise) => Find(name) switch
    {
        null => otherwise,
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        { } value => throw Invalid(name, $"is neither true nor false but {value.ValueKind}"),
    };

    /// <summary>A whole number; null if it is not there.</summary>
    public int? Number(string name) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } value when value.TryGetInt32(out int number) => number,
        { } => throw Invalid(name, "is no whole number"),
    };

    /// <summary>One of the names of an enumeration.</summary>
    public T Choice<T>(string name, T otherwise)
        where T : struct, Enum => Text(name) is { } text ? ToChoice<T>(name, text) : otherwise;

    /// <summary>Some of the names of an enumeration.</summary>
    public IReadOnlyList<T> Choices<T>(string name, string plural)
        where T : struct, Enum => [.. Texts(name, plural).Select(text => ToChoice<T>(name, text))];

    /// <summary>Makes sure that nothing is left that nobody asked for.</summary>
    public void End()
    {
        if (_members.Keys.FirstOrDefault(name => !_known.Contains(name)) is { } unknown)
        {
            throw Invalid(unknown, $"is unknown. There are: {string.Join(", ", _known.Order(StringComparer.Ordinal))}");
        }
    }

    /// <summary>A member, or what there is of it, is wrong.</summary>
    public RestorationException Invalid(string name, string what)
        => new(FailureCode.InvalidArgument, $"In the {_part} of the configuration '{name}' {what}.", $"{_part}.{name}");

    private T ToChoice<T>(string name, string text)
        where T : struct, Enum => Enum.TryParse(text, ignoreCase: true, out T value) && Enum.IsDefined(value) && !char.IsAsciiDigit(text[0])
            ? value
            : throw Invalid(name, $"is '{text}', but has to be one of {string.Join(", ", Enum.GetNames<T>())}");

    private JsonElement? Find(string name)
    {
        _known.Add(name);
        return _members.TryGetValue(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null ? value : null;
    }

    private JsonDocument Parse(string json)
    {
        try
        {
            return JsonDocument.Parse(json);
        }
        catch (JsonException cause)
        {
            throw new RestorationException(
                FailureCode.InvalidArgument, $"The {_part} of the configuration is no JSON: {cause.Message}", _part, cause);
        }
    }
}
