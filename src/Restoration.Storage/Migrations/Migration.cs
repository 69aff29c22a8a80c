using System.Reflection;
using System.Text;
using Restoration.Items;

namespace Restoration.Storage.Migrations;

/// <summary>One numbered step of the schema, up and down.</summary>
/// <param name="Version">Its number; the schema's version after it.</param>
/// <param name="Name">Its name.</param>
/// <param name="Up">The script that takes the step, in the words of all databases.</param>
/// <param name="Down">The script that takes it back.</param>
internal sealed record Migration(int Version, string Name, string Up, string Down)
{
    /// <summary>All steps, in order.</summary>
    public static IReadOnlyList<Migration> All { get; } = Load();

    /// <summary>What tells this step from one that was changed after it was applied.</summary>
    public string Checksum => ContentHash.Of(Encoding.UTF8.GetBytes($"{Up}\0{Down}")).ToString();

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
}
