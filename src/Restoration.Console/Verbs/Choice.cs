using System.CommandLine;
using System.CommandLine.Parsing;

namespace Restoration.Console.Verbs;

/// <summary>Options whose values are names; the parser alone would take any number for one of them too.</summary>
internal static class Choice
{
    /// <summary>The option, with nothing allowed but the names of its enumeration; case does not count.</summary>
    public static Option<T> Named<T>(this Option<T> option)
    {
        Type type = typeof(T).IsArray ? typeof(T).GetElementType()! : Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T);
        string[] names = Enum.GetNames(type);
        option.Validators.Add(given =>
        {
            foreach (Token token in given.Tokens.Where(token => !names.Contains(token.Value, StringComparer.OrdinalIgnoreCase)))
            {
                given.AddError($"'{token.Value}' is nothing that {option.Name} takes. There are: {string.Join(", ", names)}.");
            }
        });
        return option;
    }
}
