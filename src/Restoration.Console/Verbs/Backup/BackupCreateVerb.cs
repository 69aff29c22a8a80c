using System.CommandLine;
using Restoration.Backups;
using Restoration.Console.Output;
using Restoration.Console.Verbs.File;
using Restoration.Hosting;
using Restoration.Items;
using Restoration.Mailboxes;
using Restoration.Policies;

namespace Restoration.Console.Verbs.Backup;

/// <summary><c>backup create</c>: in the store, to a file, or to another calendar.</summary>
internal sealed class BackupCreateVerb : Verb
{
    private readonly Option<string> _mailbox = Targets.Mailbox();
    private readonly Option<string> _calendar = Targets.Calendar();
    private readonly Option<string?> _destination = new("--destination")
    {
        Description = "file:path or store:mailbox/calendar. Default: a point-in-time backup in the store.",
        HelpName = "LOCATION",
    };

    private readonly Option<string?> _format = Targets.Format();
    private readonly Option<bool> _noMetadata = Targets.NoMetadata();
    private readonly Option<bool> _force = Targets.Force();

    public BackupCreateVerb()
        : base("create", "Backs a calendar up as it is now.")
    {
        Options.Add(_mailbox);
        Options.Add(_calendar);
        Options.Add(_destination);
        Options.Add(_format);
        Options.Add(_noMetadata);
        Options.Add(_force);
    }

    public override async Task<int> RunAsync(VerbContext context, CancellationToken cancellation)
    {
        RestorationSession session = await context.OpenAsync(cancellation);
        Folder calendar = await session.Calendars.GetAsync(
            context.Parse.GetRequiredValue(_mailbox), FolderPath.Parse(context.Parse.GetRequiredValue(_calendar)), cancellation);
        if (context.Parse.GetValue(_destination) is not { } text)
        {
            context.Printer.One(await session.Backups.CreateAsync(calendar, cancellation), Shapes.Backup);
            return ExitCodes.Done;
        }

        Location destination = RestoreOptions.Place(text);
        if (destination.Kind == LocationKind.Store)
        {
            return await Runs.ExecuteAsync(context, session, BackupService.DraftCopy(calendar, destination), Runs.IsTrouble, cancellation);
        }

        ExportOptions options = new()
        {
            IsBackup = true,
            Format = context.Parse.GetValue(_format),
            Force = context.Parse.GetValue(_force),
            IncludeMetadata = !context.Parse.GetValue(_noMetadata),
            Losses = new FindingPrinter(context.Printer),
        };
        context.Printer.One(
            await session.Exports.WriteAsync(calendar, ItemFilter.All, destination, options, cancellation), Shapes.File);
        return ExitCodes.Done;
    }
}
