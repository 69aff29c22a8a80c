using System.CommandLine;
using Restoration.Policies;
using Restoration.Requests;
using Restoration.Requests.MailboxRestores;

namespace Restoration.Console.Verbs.Request;

/// <summary>The options that say which mailbox is restored, and where to.</summary>
internal sealed class MailboxRestoreOptionList
{
    private readonly Option<string> _source = new("--source-mailbox") { Description = "The mailbox to read, of any kind.", HelpName = "MAILBOX", Required = true };
    private readonly Option<string?> _target = new("--target-mailbox") { Description = "The mailbox to write to; without it, the source itself.", HelpName = "MAILBOX" };
    private readonly Option<string?> _name = new("--name") { Description = "The request's name; without it, MailboxRestore, MailboxRestore1 …", HelpName = "NAME" };
    private readonly Option<bool> _sourceIsArchive = new("--source-is-archive") { Description = "Reads the archive of the source." };
    private readonly Option<bool> _targetIsArchive = new("--target-is-archive") { Description = "Writes to the archive of the target." };
    private readonly Option<string?> _targetRoot = new("--target-root-folder") { Description = "The folder that everything goes below of; / merges at the top. Without it, Restored-NAME-DATE.", HelpName = "FOLDER" };
    private readonly Option<string?> _sourceRoot = new("--source-root-folder") { Description = "Reads only what is below this folder, and takes its path off.", HelpName = "FOLDER" };

    private readonly Option<ConflictResolutionOption> _conflict = new Option<ConflictResolutionOption>("--conflict-resolution-option", "--conflict-resolution")
    {
        Description = $"What to do with what the target has already: {string.Join(", ", Enum.GetNames<ConflictResolutionOption>())}.",
        HelpName = "OPTION",
        DefaultValueFactory = _ => ConflictResolutionOption.KeepAll,
    }.Named();

    private readonly Option<string[]> _include = new Option<string[]>("--include-folders") { Description = "Only these folders: Projects, Projects/* with all below, #Inbox#/* in any language.", HelpName = "FOLDER" }.Several();
    private readonly Option<string[]> _exclude = new Option<string[]>("--exclude-folders") { Description = "Not these folders.", HelpName = "FOLDER" }.Several();
    private readonly Option<bool> _excludeDumpster = new("--exclude-dumpster") { Description = "Leaves Recoverable Items out." };
    private readonly Option<string?> _filter = new("--content-filter") { Description = "Only items that fit, such as \"Subject -like '*budget*' -and Start -ge '2026-11-01'\".", HelpName = "FILTER" };
    private readonly Option<string?> _language = new("--content-filter-language") { Description = "The language of the filter's dates and texts, such as de-DE.", HelpName = "CULTURE" };
    private readonly Option<string?> _timeZone = Targets.TimeZone();
    private readonly Option<string?> _backupTime = new("--backup-time") { Description = "Reads the last backups until this moment instead of the mailbox as it is.", HelpName = "MOMENT" };
    private readonly Option<bool> _mismatch = new("--allow-mailbox-mismatch", "--allow-legacy-dn-mismatch") { Description = "Says that the mailboxes are meant to be those of different people." };
    private readonly Option<bool> _suspend = new("--suspend") { Description = "Queues it suspended: nothing happens before it is resumed." };
    private readonly Option<string?> _comment = new("--suspend-comment") { Description = "Why it is suspended.", HelpName = "TEXT" };
    private readonly RequestSettingsOptions _settings;

    public MailboxRestoreOptionList(Command command)
    {
        foreach (Option option in new Option[]
        {
            _source, _target, _name, _sourceIsArchive, _targetIsArchive, _targetRoot, _sourceRoot, _conflict, _include, _exclude, _excludeDumpster,
            _filter, _language, _timeZone, _backupTime, _mismatch, _suspend, _comment,
        })
        {
            command.Options.Add(option);
        }

        _settings = new RequestSettingsOptions(command);
    }

    /// <summary>What was asked for.</summary>
    public MailboxRestoreSettings Read(ParseResult parse) => new()
    {
        SourceMailbox = parse.GetRequiredValue(_source),
        TargetMailbox = parse.GetValue(_target),
        Name = parse.GetValue(_name),
        SourceIsArchive = parse.GetValue(_sourceIsArchive),
        TargetIsArchive = parse.GetValue(_targetIsArchive),
        TargetRootFolder = parse.GetValue(_targetRoot),
        SourceRootFolder = parse.GetValue(_sourceRoot),
        ConflictResolution = parse.GetValue(_conflict),
        BackupTime = parse.GetValue(_backupTime),
        AllowMailboxMismatch = parse.GetValue(_mismatch),
        TimeZone = parse.GetValue(_timeZone),
        Options = new MailboxRestoreOptions
        {
            IncludeFolders = parse.GetValue(_include) ?? [],
            ExcludeFolders = parse.GetValue(_exclude) ?? [],
            ExcludeDumpster = parse.GetValue(_excludeDumpster),
            ContentFilter = parse.GetValue(_filter),
            ContentFilterLanguage = parse.GetValue(_language),
        },
        Request = _settings.Read(parse, RequestSettings.OfMailboxRestore) with { Suspend = parse.GetValue(_suspend), SuspendComment = parse.GetValue(_comment) },
    };
}
