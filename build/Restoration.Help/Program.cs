using System.Text;

namespace Restoration.Help;

/// <summary>The tool: reads the pages of a folder, writes help files to another one.</summary>
internal static class Program
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Makes the help files.</summary>
    /// <param name="args">The folder of the pages, the folder of the help files, and the file name of the cmdlets' assembly.</param>
    /// <returns>0, or 1 if a page is not as it has to be.</returns>
    public static int Main(string[] args)
    {
        if (args is not [var source, var target, var assembly])
        {
            Console.Error.WriteLine("usage: Restoration.Help PAGES TARGET ASSEMBLY");
            return 2;
        }

        Directory.CreateDirectory(target);
        List<HelpPage> pages = [];
        foreach (string path in Directory.EnumerateFiles(source, "*.md").Order(StringComparer.Ordinal))
        {
            string text = File.ReadAllText(path);
            string name = Path.GetFileNameWithoutExtension(path);
            if (name.StartsWith("about_", StringComparison.Ordinal))
            {
                File.WriteAllText(Path.Combine(target, $"{name}.help.txt"), TopicWriter.Write(text), Utf8);
                continue;
            }

            try
            {
                pages.Add(PageReader.Read(text));
            }
            catch (HelpException problem)
            {
                // The form that MSBuild takes for an error of its own.
                Console.Error.WriteLine($"{path}(1): error HELP001: {problem.Message}");
                return 1;
            }
        }

        MamlWriter.Write(pages).Save(Path.Combine(target, $"{assembly}-Help.xml"));
        return 0;
    }
}
