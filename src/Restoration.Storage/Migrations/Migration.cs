using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Restoration.Items;
using Restoration.Storage.Sql;

namespace Restoration.Storage.Migrations;

/// <summary>One numbered step of the schema, up and down.</summary>
/// <param name="Version">Its number; the schema's version after it.</param>
/// <param name="Name">Its name.</param>
/// <param name="Up">The script that takes the step, in the words of all databases.</param>
/// <param name="Down">The script that takes it back.</param>
internal sealed partial record Migration(int Version, string Name, string Up, string Down)
{
    /// <summary>All steps, in order.</summary>
    public static IReadOnlyList<Migration> All { get; } = Load();

    /// <summary>What tells this step from one that was changed after it was applied.</summary>
    public string Checksum => ContentHash.Of(Encoding.UTF8.GetBytes($"{Up}\0{Down}")).ToString();

    /// <summary>A script in the words of one database.</summary>
    public static string Translate(string script, SqlDialect dialect)
        => Word().Replace(script, word => dialect.Words.TryGetValue(word.Groups[1].Value, out string? value) ? value : word.Value);

    private static Migration[] Load()
    {
        Assembly assembly = typeof(Migration).Assembly;
        return
        [
            .. assembly.GetManifestResourceNames()
                .Where(name => name.EndsWith(".up.sql", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(up => Read(assembly, up[..^".up.sql".Length])),
        ];
    }

    private static Migration Read(Assembly assembly, string stem) => new(
        int.Parse(stem[..4], System.Globalization.CultureInfo.InvariantCulture),
        stem[5..],
        ReadText(assembly, $"{stem}.up.sql"),
        ReadText(assembly, $"{stem}.down.sql"));

    private static string ReadText(Assembly assembly, string name)
    {
        using Stream stream = assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The migration script '{name}' is not in the assembly.");
        using StreamReader reader = new(stream, Encoding.UTF8);

        // A checkout may have other line ends; the step is the same.
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Word();
}
