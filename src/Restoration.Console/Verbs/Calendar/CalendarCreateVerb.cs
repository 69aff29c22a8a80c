using System.CommandLine;
using Restoration.Console.Output;
using Restoration.Hosting;
using Restoration.Items;

namespace Restoration.Console.Verbs.Calendar;

/// <summary><c>calendar create</c>.</summary>
internal sealed class CalendarCreateVerb : Verb
{
    private readonly Option<string> _mailbox = Targets.Mailbox();
    private readonly Option<string> _calendar = Targets.Calendar();

    public CalendarCreateVerb()
        : base("create", "Makes a calendar, and its mailbox if that is missing.")
    {
        Options.Add(_mailbox);
        Options.Add(_calendar);
    }

    public override async Task<int> RunAsync(VerbContext context, CancellationToken cancellation)
    {
        RestorationSession session = await context.OpenAsync(cancellation);
        context.Printer.One(
            await session.Calendars.CreateAsync(
                context.Parse.GetRequiredValue(_mailbox), FolderPath.Parse(context.Parse.GetRequiredValue(_calendar)), cancellation),
            Shapes.Calendar);
        return ExitCodes.Done;
    }
}
