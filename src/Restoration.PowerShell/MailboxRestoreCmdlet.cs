using System.Globalization;
using System.Management.Automation;
using Restoration.PowerShell.Parameters;
using Restoration.Policies;
using Restoration.Requests;
using Restoration.Requests.MailboxRestores;

namespace Restoration.PowerShell;

/// <summary>The base of cmdlets that say which mailbox is restored, and where to: the parameters of Exchange's New-MailboxRestoreRequest.</summary>
public abstract class MailboxRestoreCmdlet : RequestSettingsCmdlet
{
    /// <summary>The mailbox to read, of any kind: address, user principal name, alias, display name or GUID.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true), Alias("Address"), ArgumentCompleter(typeof(MailboxCompleter))]
    public string SourceMailbox { get; set; } = "";

    /// <summary>The mailbox to write to. Without it, the source itself.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), ValidateNotNullOrEmpty, ArgumentCompleter(typeof(MailboxCompleter))]
    public string? TargetMailbox { get; set; }

    /// <summary>Reads the archive of the source mailbox.</summary>
    [Parameter]
    public SwitchParameter SourceIsArchive { get; set; }

    /// <summary>Writes to the archive of the target mailbox.</summary>
    [Parameter]
    public SwitchParameter TargetIsArchive { get; set; }

    /// <summary>Reads only what is below this folder, and takes its path off.</summary>
    [Parameter, ValidateNotNullOrEmpty]
    public string? SourceRootFolder { get; set; }

    /// <summary>The folder that everything goes below of; / merges at the top. Without it, Restored-DisplayName-Date.</summary>
    [Parameter, ValidateNotNullOrEmpty]
    public string? TargetRootFolder { get; set; }

    /// <summary>Only these folders: Projects, Projects/* with all below it, #Inbox#/* in any language.</summary>
    [Parameter, ValidateNotNullOrEmpty]
    public string[] IncludeFolders { get; set; } = [];

    /// <summary>Not these folders.</summary>
    [Parameter, ValidateNotNullOrEmpty]
    public string[] ExcludeFolders { get; set; } = [];

    /// <summary>Leaves Recoverable Items out; without it they are read whatever folders are named.</summary>
    [Parameter]
    public SwitchParameter ExcludeDumpster { get; set; }

    /// <summary>Only items that fit: comparisons of properties, joined by -and, -or, -not.</summary>
    [Parameter, ValidateNotNullOrEmpty]
    public string? ContentFilter { get; set; }

    /// <summary>The language of the filter's dates and texts.</summary>
    [Parameter, ArgumentCompleter(typeof(CultureCompleter))]
    public CultureInfo? ContentFilterLanguage { get; set; }

    /// <summary>What dates without an offset mean in the filter; UTC without it.</summary>
    [Parameter, ValidateNotNullOrEmpty, ArgumentCompleter(typeof(TimeZoneCompleter))]
    public string? TimeZone { get; set; }

    /// <summary>What to do with what the target has already.</summary>
    [Parameter]
    public ConflictResolutionOption ConflictResolutionOption { get; set; } = ConflictResolutionOption.KeepAll;

    /// <summary>Reads the last backups until this moment instead of the mailbox as it is.</summary>
    [Parameter, DateTransformation, ValidateNotNullOrEmpty]
    public string? BackupTime { get; set; }

    /// <summary>Says that the mailboxes are meant to be those of different people.</summary>
    [Parameter, Alias("AllowLegacyDNMismatch")]
    public SwitchParameter AllowMailboxMismatch { get; set; }

    /// <summary>The request's name. Without it, MailboxRestore, MailboxRestore1 and so on.</summary>
    [Parameter, ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>What was asked for.</summary>
    private protected MailboxRestoreSettings Read() => new()
    {
        SourceMailbox = SourceMailbox,
        TargetMailbox = TargetMailbox,
        SourceIsArchive = SourceIsArchive,
        TargetIsArchive = TargetIsArchive,
        SourceRootFolder = SourceRootFolder,
        TargetRootFolder = TargetRootFolder,
        ConflictResolution = ConflictResolutionOption,
        BackupTime = BackupTime,
        AllowMailboxMismatch = AllowMailboxMismatch,
        Name = Name,
        TimeZone = TimeZone,
        Options = new MailboxRestoreOptions
        {
            IncludeFolders = IncludeFolders,
            ExcludeFolders = ExcludeFolders,
            ExcludeDumpster = ExcludeDumpster,
            ContentFilter = ContentFilter,
            ContentFilterLanguage = ContentFilterLanguage?.Name,
        },
        Request = Apply(RequestSettings.OfMailboxRestore),
    };
}
