using System.CommandLine;
using Restoration.Console.Output;
using Restoration.Hosting;

namespace Restoration.Console.Verbs.Calendar;

/// <summary><c>calendar list</c>.</summary>
internal sealed class CalendarListVerb : Verb
{
    private readonly Option<string?> _mailbox = Targets.AnyMailbox();
    private readonly Option<string?> _calendar = Targets.AnyCalendar();

    public CalendarListVerb()
        : base("list", "Lists the calendars of the store.")
    {
        Options.Add(_mailbox);
        Options.Add(_calendar);
    }

    public override async Task<int> RunAsync(VerbContext context, CancellationToken cancellation)
    {
        RestorationSession session = await context.OpenAsync(cancellation);
        await context.Printer.ListAsync(
            await session.Calendars.ListAsync(context.Parse.GetValue(_mailbox), context.Parse.GetValue(_calendar), cancellation),
            Shapes.Calendar,
            "There are no calendars. 'calendar import FILE --mailbox M' makes one.");
        return ExitCodes.Done;
    }
}
