using System.Management.Automation;
using Restoration.Hosting;
using Restoration.Mailboxes;
using Restoration.PowerShell.Parameters;

namespace Restoration.PowerShell.Commands;

/// <summary>Makes a mailbox in the store; its folders are made when something comes into them.</summary>
[Cmdlet(VerbsCommon.New, "RestorationMailbox", SupportsShouldProcess = true)]
[OutputType(typeof(Mailbox))]
public sealed class NewRestorationMailboxCommand : AsyncCmdlet
{
    /// <summary>The address; of an archive, the mailbox that it is to be the archive of.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Mailbox", "Address", "PrimarySmtpAddress"), ArgumentCompleter(typeof(MailboxCompleter))]
    public string Identity { get; set; } = "";

    /// <summary>What has become of it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public MailboxKind Kind { get; set; }

    /// <summary>The mailbox that it is the archive of, where the identity does not say so.</summary>
    [Parameter, ValidateNotNullOrEmpty, ArgumentCompleter(typeof(MailboxCompleter))]
    public string? ArchiveOf { get; set; }

    /// <summary>The name for people.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), ValidateNotNullOrEmpty]
    public string? DisplayName { get; set; }

    /// <summary>The alias; without it, what stands before the @.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), ValidateNotNullOrEmpty]
    public string? Alias { get; set; }

    /// <summary>The name that its user signs in with.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), ValidateNotNullOrEmpty]
    public string? UserPrincipalName { get; set; }

    /// <summary>How many bytes it may hold.</summary>
    [Parameter, ValidateRange(0, long.MaxValue)]
    public long? Quota { get; set; }

    /// <summary>How many bytes one item of it may have.</summary>
    [Parameter, ValidateRange(0, long.MaxValue)]
    public long? MaxItemSize { get; set; }

    /// <summary>The holds that keep what is in it, by their names.</summary>
    [Parameter, ValidateNotNullOrEmpty]
    public string[] Hold { get; set; } = [];

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken stop)
    {
        RestorationSession session = await OpenAsync(stop);
        MailboxDraft draft = new()
        {
            Address = Identity,
            Kind = Kind,
            ArchiveOf = ArchiveOf,
            DisplayName = DisplayName,
            Alias = Alias,
            UserPrincipalName = UserPrincipalName,
            Quota = Quota,
            MaxItemSize = MaxItemSize,
            Holds = Hold,
        };
        if (ShouldProcess($"{Identity} ({Kind})", "Make mailbox"))
        {
            WriteObject(await session.Mailboxes.CreateAsync(draft, stop));
        }
    }
}
