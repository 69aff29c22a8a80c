using System.Management.Automation;
using Restoration.Auditing;
using Restoration.Hosting;

namespace Restoration.PowerShell.Commands;

/// <summary>Computes every link of the audit trail again.</summary>
[Cmdlet(VerbsDiagnostic.Test, "RestorationAuditLog")]
[OutputType(typeof(AuditVerdict), typeof(bool))]
public sealed class TestRestorationAuditLogCommand : AsyncCmdlet
{
    /// <summary>Writes only whether the trail is whole.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken stop)
    {
        RestorationSession session = await OpenAsync(stop);
        AuditVerdict verdict = await session.Audit.VerifyAsync(stop);
        if (!verdict.IsValid)
        {
            WriteWarning(verdict.Detail);
        }

        WriteObject(Quiet ? verdict.IsValid : verdict);
    }
}
