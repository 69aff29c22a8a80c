using Restoration.Console.Output;
using Restoration.Hosting;

namespace Restoration.Console.Verbs.Audit;

/// <summary><c>audit list</c>.</summary>
internal sealed class AuditListVerb : Verb
{
    private readonly AuditOptions _options;

    public AuditListVerb()
        : base("list", "Lists the audit trail, oldest first.") => _options = new AuditOptions(this);

    public override async Task<int> RunAsync(VerbContext context, CancellationToken cancellation)
    {
        RestorationSession session = await context.OpenAsync(cancellation);
        await context.Printer.ListAsync(
            session.Audit.ReadAsync(_options.Read(context.Parse, session.Dates), cancellation), Shapes.Audit, "No entry fits.");
        return ExitCodes.Done;
    }
}
