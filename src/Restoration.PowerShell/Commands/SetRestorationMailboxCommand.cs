using System.Management.Automation;
using Restoration.Hosting;
using Restoration.Mailboxes;
using Restoration.PowerShell.Parameters;

namespace Restoration.PowerShell.Commands;

/// <summary>Changes a mailbox of the store. What is not said stays as it is.</summary>
[Cmdlet(VerbsCommon.Set, "RestorationMailbox", SupportsShouldProcess = true)]
[OutputType(typeof(Mailbox))]
public sealed class SetRestorationMailboxCommand : AsyncCmdlet
{
    /// <summary>The mailbox: its address, user principal name, alias, display name or GUID.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Mailbox", "Address", "PrimarySmtpAddress"), ArgumentCompleter(typeof(MailboxCompleter))]
    public string Identity { get; set; } = "";

    /// <summary>What has become of it.</summary>
    [Parameter]
    public MailboxKind Kind { get; set; }

    /// <summary>The name for people.</summary>
    [Parameter, ValidateNotNullOrEmpty]
    public string DisplayName { get; set; } = "";

    /// <summary>The alias.</summary>
    [Parameter, ValidateNotNullOrEmpty]
    public string Alias { get; set; } = "";

    /// <summary>The name that its user signs in with; $null for none.</summary>
    [Parameter, AllowNull]
    public string? UserPrincipalName { get; set; }

    /// <summary>How many bytes it may hold; $null for any number.</summary>
    [Parameter, AllowNull]
    public long? Quota { get; set; }

    /// <summary>How many bytes one item of it may have; $null for any number.</summary>
    [Parameter, AllowNull]
    public long? MaxItemSize { get; set; }

    /// <summary>The holds that keep what is in it, by their names; @() for none.</summary>
    [Parameter, AllowNull, AllowEmptyCollection]
    public string[]? Hold { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken stop)
    {
        RestorationSession session = await OpenAsync(stop);
        Mailbox mailbox = await session.Mailboxes.GetAsync(Identity, stop);
        if (ShouldProcess($"{mailbox.Address} ({mailbox.Kind})", "Change mailbox"))
        {
            WriteObject(await session.Mailboxes.SetAsync(Apply(mailbox), stop));
        }
    }

    private Mailbox Apply(Mailbox mailbox) => mailbox with
    {
        Kind = Said(nameof(Kind)) ? Kind : mailbox.Kind,
        DisplayName = Said(nameof(DisplayName)) ? DisplayName : mailbox.DisplayName,
        Alias = Said(nameof(Alias)) ? Alias : mailbox.Alias,
        UserPrincipalName = Said(nameof(UserPrincipalName)) ? (string.IsNullOrEmpty(UserPrincipalName) ? null : UserPrincipalName) : mailbox.UserPrincipalName,
        Quota = Said(nameof(Quota)) ? Quota : mailbox.Quota,
        MaxItemSize = Said(nameof(MaxItemSize)) ? MaxItemSize : mailbox.MaxItemSize,
        Holds = Said(nameof(Hold)) ? Hold ?? [] : mailbox.Holds,
    };

    private bool Said(string parameter) => MyInvocation.BoundParameters.ContainsKey(parameter);
}
