namespace Restoration.Schedules.Exports;

/// <summary>Words of a POSIX shell's command line (POSIX.1-2017, 2.2).</summary>
internal static class ShellWord
{
    /// <summary>A word that the shell takes as it is, in quotes if it has to be.</summary>
    public static string Quote(string word) => IsPlain(word) ? word : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    /// <summary>Whether a word means itself without quotes, to a shell as to systemd.</summary>
    public static bool IsPlain(string word) => word.Length > 0 && word.All(IsPlain);

    private static bool IsPlain(char character) => char.IsAsciiLetterOrDigit(character) || "/._-:=@+,".Contains(character, StringComparison.Ordinal);
}
