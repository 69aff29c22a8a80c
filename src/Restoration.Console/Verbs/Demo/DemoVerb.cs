using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Restoration.Console.Output;
using Restoration.Failures;
using Restoration.Hosting;
using Restoration.Sources;
using Restoration.Sources.AuditLog;

namespace Restoration.Console.Verbs.Demo;

/// <summary><c>demo</c>: the whole story on samples, in a store of its own.</summary>
internal sealed class DemoVerb : Verb
{
    private readonly Option<bool> _keep = new("--keep") { Description = "Keep the demo's store, to look around in it." };

    public DemoVerb()
        : base("demo", "Shows on samples how lost appointments come back. Leaves nothing behind.") => Options.Add(_keep);

    public override async Task<int> RunAsync(VerbContext context, CancellationToken cancellation)
    {
        if (context.SessionOptions.Store is not null)
        {
            throw new RestorationException(FailureCode.InvalidArgument, "The demo has a store of its own; leave --store out.", "--store");
        }

        string samples = Path.Combine(AppContext.BaseDirectory, "samples");
        string auditExport = Path.Combine(samples, "audit.csv");
        IReadOnlyList<Loss> losses = await ReadLossesAsync(auditExport, cancellation);
        bool isKept = context.Parse.GetValue(_keep);
        string folder = Directory.CreateTempSubdirectory("restoration-demo-").FullName;
        try
        {
            DemoStage stage = new(context, Path.Combine(folder, "restoration.db"), samples);
            context.Printer.Say(string.Create(
                CultureInfo.InvariantCulture, $"The samples are of {losses[0].LostAt:MMMM yyyy}, and so is the clock of this demo. Each step is a command of this program."));
            foreach (DemoStep step in DemoScript.Write(losses, Path.Combine(samples, "calendar.ics"), auditExport))
            {
                await stage.PlayAsync(step, cancellation);
            }

            return End(context.Printer, stage, isKept);
        }
        finally
        {
            if (!isKept)
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private static async Task<IReadOnlyList<Loss>> ReadLossesAsync(string auditExport, CancellationToken cancellation)
    {
        await using Stream stream = await InputFile.OpenAsync(auditExport, cancellation);
        LossReport report = await LossAnalyzer.AnalyzeAsync(
            RestorationSession.AuditRecords.ReadAsync(stream, new ReadOptions { FileName = auditExport }, cancellation), LossFilter.All, cancellation);
        return report.Losses;
    }

    private static int End(Printer printer, DemoStage stage, bool isKept)
    {
        int code = stage.Steps.All(step => step.Succeeded) ? ExitCodes.Done : ExitCodes.Error;
        if (printer.IsJson)
        {
            using Utf8JsonWriter json = printer.OpenJson();
            json.WriteStartObject();
            json.WriteBoolean("succeeded", code == ExitCodes.Done);
            json.WriteString("store", isKept ? stage.Store : null);
            json.WriteStartArray("steps");
            foreach (PlayedStep step in stage.Steps)
            {
                step.Write(json);
            }

            json.WriteEndArray();
            json.WriteEndObject();
            printer.End(json);
        }

        printer.Say("");
        printer.Say(code == ExitCodes.Done ? "Lost, found, restored once, undone: that is all." : "A step did not do what it should have.");
        printer.Say(isKept ? $"The store is kept. Look around: restoration appointment list --mailbox {DemoScript.Mailbox} --store {stage.Store}" : "The demo's store is deleted.");
        return code;
    }
}
