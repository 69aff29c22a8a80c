using Restoration.Auditing;
using Restoration.Console.Output;
using Restoration.Hosting;

namespace Restoration.Console.Verbs.Audit;

/// <summary><c>audit verify</c>.</summary>
internal sealed class AuditVerifyVerb() : Verb("verify", "Computes every link of the audit trail again.")
{
    public override async Task<int> RunAsync(VerbContext context, CancellationToken cancellation)
    {
        RestorationSession session = await context.OpenAsync(cancellation);
        AuditVerdict verdict = await session.Audit.VerifyAsync(cancellation);
        context.Printer.One(verdict, Shapes.AuditVerdict);
        return verdict.IsValid ? ExitCodes.Done : ExitCodes.Error;
    }
}
