using System.Globalization;

namespace Restoration.Fuzz;

/// <summary>Keeps the inputs that something was wrong with.</summary>
internal static class Findings
{
    /// <summary>Saves an input in ./fuzz.</summary>
    /// <returns>The path.</returns>
    public static string Save(FuzzCase found, string kind)
    {
        Directory.CreateDirectory("fuzz");
        string path = Path.Combine("fuzz", string.Create(CultureInfo.InvariantCulture, $"{kind}-{found.Seed}-{found.Number}.{found.Target.Name}"));
        File.WriteAllBytes(path, found.Input);
        return path;
    }
}
