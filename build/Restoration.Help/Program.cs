using System.Text;

namespace Restoration.Help;

/// <summary>The tool: reads the pages of a folder, writes help files to another one.</summary>
internal static class Program
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Makes the help files.</summary>
    /// <param name="args">The folder of the pages, the folder of the help files, and the file name of the cmdlets' assembly.</param>
    /// <returns>0; 1 if a page is not as it has to be, or there is none; 2 for other arguments.</returns>
    public static int Main(string[] args)
    {
        if (args is not [var source, var target, var assembly])
        {
            Console.Error.WriteLine("usage: Restoration.Help PAGES TARGET ASSEMBLY");
            return 2;
        }

        string[] paths = Directory.Exists(source) ? [.. Directory.EnumerateFiles(source, "*.md").Order(StringComparer.Ordinal)] : [];
        bool[] isTopic = [.. paths.Select(path => Path.GetFileName(path).StartsWith("about_", StringComparison.Ordinal))];
        HelpPage?[] pages = [.. paths.Where((_, index) => !isTopic[index]).Select(Read)];
        if (pages.Length == 0)
        {
            Report(source, "there is no page in this folder");
        }

        if (pages.Length == 0 || pages.Contains(null))
        {
            return 1;
        }

        Directory.CreateDirectory(target);
        MamlWriter.Write(pages.OfType<HelpPage>()).Save(Path.Combine(target, $"{assembly}-Help.xml"));
        foreach (string path in paths.Where((_, index) => isTopic[index]))
        {
            File.WriteAllText(Path.Combine(target, $"{Path.GetFileNameWithoutExtension(path)}.help.txt"), TopicWriter.Write(File.ReadAllText(path)), Utf8);
        }

        return 0;
    }

    private static HelpPage? Read(string path)
    {
        try
        {
            HelpPage page = PageReader.Read(File.ReadAllText(path));
            return page.Name == Path.GetFileNameWithoutExtension(path)
                ? page
                : throw new HelpException($"the title '# {page.Name}' is not the name of the file");
        }
        catch (HelpException problem)
        {
            Report(path, problem.Message);
            return null;
        }
    }

    // The form that MSBuild takes for an error of its own.
    private static void Report(string path, string problem) => Console.Error.WriteLine($"{path}(1): error HELP001: {problem}");
}
