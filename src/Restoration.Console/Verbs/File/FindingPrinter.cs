using System.Text.Json;
using Restoration.Console.Output;
using Restoration.Failures;

namespace Restoration.Console.Verbs.File;

/// <summary>Says on standard error what is noticed about files; machines find it in the document, or ask <c>check</c>.</summary>
internal sealed class FindingPrinter(Printer printer) : IProgress<Finding>
{
    public void Report(Finding value)
    {
        if (!printer.IsJson)
        {
            System.Console.Error.WriteLine($"{value.Severity.ToString().ToLowerInvariant()}: {Printer.Text(value.ToString())}");
        }
    }

    /// <summary>Tells machines on standard error, where standard output is what was asked for itself.</summary>
    public static void PrintDocument(Printer printer, IReadOnlyList<Finding> findings)
    {
        if (printer.IsJson && findings.Count > 0)
        {
            using MemoryStream document = new();
            using (Utf8JsonWriter json = new(document, Printer.Options))
            {
                JsonValues.Write(json, new JsonMembers(("findings", FileShapes.Members(findings))));
            }

            System.Console.Error.WriteLine(System.Text.Encoding.UTF8.GetString(document.ToArray()));
        }
    }
}
