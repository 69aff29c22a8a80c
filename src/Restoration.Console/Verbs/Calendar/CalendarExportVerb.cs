using System.CommandLine;
using Restoration.Console.Output;
using Restoration.Console.Verbs.File;
using Restoration.Failures;
using Restoration.Hosting;
using Restoration.Items;
using Restoration.Mailboxes;

namespace Restoration.Console.Verbs.Calendar;

/// <summary><c>calendar export FILE</c>.</summary>
internal sealed class CalendarExportVerb : Verb
{
    private readonly Argument<string> _file = new("file") { Description = "The file to write; - for standard output." };
    private readonly Option<string> _mailbox = Targets.Mailbox();
    private readonly Option<string> _calendar = Targets.Calendar();
    private readonly Option<string?> _format = Targets.Format();
    private readonly Option<bool> _noMetadata = Targets.NoMetadata();
    private readonly Option<bool> _force = Targets.Force();
    private readonly Option<bool> _planOnly = Targets.PlanOnly();
    private readonly FilterOptions _filter;

    public CalendarExportVerb()
        : base("export", "Writes a calendar to a file, which appears whole or not at all.")
    {
        Arguments.Add(_file);
        Options.Add(_mailbox);
        Options.Add(_calendar);
        Options.Add(_format);
        Options.Add(_noMetadata);
        Options.Add(_force);
        Options.Add(_planOnly);
        _filter = new FilterOptions(this);
    }

    public override async Task<int> RunAsync(VerbContext context, CancellationToken cancellation)
    {
        RestorationSession session = await context.OpenAsync(cancellation);
        Folder calendar = await session.Calendars.GetAsync(
            context.Parse.GetRequiredValue(_mailbox), FolderPath.Parse(context.Parse.GetRequiredValue(_calendar)), cancellation);
        string target = context.Parse.GetRequiredValue(_file);
        string path = context.Streams.Output(target);
        ExportOptions options = new()
        {
            Format = context.Parse.GetValue(_format) ?? (target == StandardStreams.Name ? "ICS" : null),
            Force = context.Parse.GetValue(_force),
            IncludeMetadata = !context.Parse.GetValue(_noMetadata),
            PlanOnly = context.Parse.GetValue(_planOnly),
            Losses = new FindingPrinter(context.Printer),
        };
        ExportedFile file = await session.Exports.WriteAsync(
            calendar, _filter.Read(context.Parse, session.Dates), Location.OfFile(path), options, cancellation);
        if (target == StandardStreams.Name && !options.PlanOnly)
        {
            FindingPrinter.PrintDocument(context.Printer, file.Losses);
            await context.Streams.SendAsync(target, path, cancellation);
        }
        else
        {
            context.Printer.One(file, Shapes.File);
            if (options.PlanOnly)
            {
                context.Printer.Say("Nothing was written.");
            }
        }

        return file.Losses.Any(loss => loss.Severity == Severity.Error) ? ExitCodes.SomeFailed : ExitCodes.Done;
    }
}
