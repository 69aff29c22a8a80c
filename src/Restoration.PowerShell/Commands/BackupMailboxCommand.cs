using System.Management.Automation;
using Restoration.Backups;
using Restoration.Hosting;
using Restoration.PowerShell.Parameters;

namespace Restoration.PowerShell.Commands;

/// <summary>Backs every folder of a mailbox up as it is at one moment, in the store.</summary>
[Cmdlet(VerbsData.Backup, "Mailbox", SupportsShouldProcess = true)]
[OutputType(typeof(Backup))]
public sealed class BackupMailboxCommand : AsyncCmdlet
{
    /// <summary>The mailbox.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true), ValidateNotNullOrEmpty, ArgumentCompleter(typeof(MailboxCompleter))]
    public string[] Mailbox { get; set; } = [];

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken stop)
    {
        RestorationSession session = await OpenAsync(stop);
        foreach (string mailbox in Mailbox)
        {
            if (ShouldProcess(mailbox, "Back up"))
            {
                WriteObject(await session.Backups.CreateAllAsync(mailbox, stop), enumerateCollection: true);
            }
        }
    }
}
