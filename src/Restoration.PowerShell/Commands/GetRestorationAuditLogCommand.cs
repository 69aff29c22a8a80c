using System.Management.Automation;
using Restoration.Auditing;
using Restoration.Hosting;

namespace Restoration.PowerShell.Commands;

/// <summary>Lists the audit trail, oldest first.</summary>
[Cmdlet(VerbsCommon.Get, "RestorationAuditLog")]
[OutputType(typeof(AuditEntry))]
public sealed class GetRestorationAuditLogCommand : AuditLogFilterCmdlet
{
    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken stop)
    {
        RestorationSession session = await OpenAsync(stop);
        await foreach (AuditEntry entry in session.Audit.ReadAsync(ReadFilter(session.Dates), stop))
        {
            WriteObject(entry);
        }
    }
}
