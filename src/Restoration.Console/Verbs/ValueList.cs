using System.CommandLine;
using System.CommandLine.Parsing;

namespace Restoration.Console.Verbs;

/// <summary>Options that take all values up to the next option; the parser alone would take an option that it does not know for one of them.</summary>
internal static class ValueList
{
    /// <summary>The option, with several values, none of which looks like an option.</summary>
    public static Option<string[]> Several(this Option<string[]> option)
    {
        option.AllowMultipleArgumentsPerToken = true;
        option.Validators.Add(given =>
        {
            foreach (Token token in given.Tokens.Where(token => token.Value.StartsWith("--", StringComparison.Ordinal)))
            {
                given.AddError($"Unrecognized option '{token.Value}'.");
            }
        });
        return option;
    }
}
