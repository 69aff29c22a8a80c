using System.CommandLine;
using Restoration.Auditing;
using Restoration.Console.Output;
using Restoration.Hosting;

namespace Restoration.Console.Verbs.Audit;

/// <summary><c>audit export FILE</c>: one JSON object a line.</summary>
internal sealed class AuditExportVerb : Verb
{
    private readonly Argument<string> _file = new("file") { Description = "The file to write: one JSON object a line." };
    private readonly Option<bool> _force = Targets.Force();
    private readonly AuditOptions _options;

    public AuditExportVerb()
        : base("export", "Writes the audit trail to a file.")
    {
        Arguments.Add(_file);
        Options.Add(_force);
        _options = new AuditOptions(this);
    }

    public override async Task<int> RunAsync(VerbContext context, CancellationToken cancellation)
    {
        RestorationSession session = await context.OpenAsync(cancellation);
        AuditExport export = await new AuditExporter(session.Workspace).WriteAsync(
            _options.Read(context.Parse, session.Dates), FilePaths.Full(context.Parse.GetRequiredValue(_file)), context.Parse.GetValue(_force), cancellation);
        context.Printer.One(export, Shapes.AuditExport);
        return ExitCodes.Done;
    }
}
