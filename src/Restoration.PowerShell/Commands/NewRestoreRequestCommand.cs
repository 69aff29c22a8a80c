using System.Management.Automation;
using Restoration.Failures;
using Restoration.Hosting;
using Restoration.Requests;
using Restoration.Requests.MailboxRestores;

namespace Restoration.PowerShell.Commands;

/// <summary>Queues a restore of a mailbox into a mailbox and returns at once; it is run in the background of this session, or by any worker.</summary>
[Cmdlet(VerbsCommon.New, "RestoreRequest", SupportsShouldProcess = true)]
[OutputType(typeof(RestoreRequest))]
public sealed class NewRestoreRequestCommand : MailboxRestoreCmdlet
{
    /// <summary>Queues it suspended: nothing happens before it is resumed.</summary>
    [Parameter]
    public SwitchParameter Suspend { get; set; }

    /// <summary>Why it is suspended.</summary>
    [Parameter, ValidateNotNullOrEmpty]
    public string? SuspendComment { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken stop)
    {
        MailboxRestoreSettings settings = Read();
        settings = settings with { Request = settings.Request with { Suspend = Suspend, SuspendComment = SuspendComment } };
        RestorationSession session = await OpenAsync(stop);
        RequestDraft draft = await session.MailboxRestores.DraftAsync(settings, stop);
        RestoreValidation check = await session.MailboxRestores.CheckAsync(settings, stop);
        foreach (RestoreCheckFinding finding in check.Findings.Where(finding => finding.Severity == Severity.Warning))
        {
            WriteWarning(finding.ToString());
        }

        if (IsWhatIf)
        {
            _ = await ReviewAsync(session, draft, stop);
            return;
        }

        if (ShouldProcess($"{draft.Source} -> {draft.Destination}", "Queue a restore"))
        {
            RestoreRequest request = await session.MailboxRestores.AddAsync(settings, stop);
            session.Background.Start();
            WriteObject(request);
        }
    }
}
