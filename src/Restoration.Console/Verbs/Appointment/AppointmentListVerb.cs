using System.CommandLine;
using Restoration.Console.Output;
using Restoration.Hosting;
using Restoration.Items;
using Restoration.Mailboxes;

namespace Restoration.Console.Verbs.Appointment;

/// <summary><c>appointment list</c>.</summary>
internal sealed class AppointmentListVerb : Verb
{
    private readonly Option<string> _mailbox = Targets.Mailbox();
    private readonly Option<string> _calendar = Targets.Calendar();
    private readonly FilterOptions _filter;

    public AppointmentListVerb()
        : base("list", "Lists the appointments of a calendar.")
    {
        Options.Add(_mailbox);
        Options.Add(_calendar);
        _filter = new FilterOptions(this);
    }

    public override async Task<int> RunAsync(VerbContext context, CancellationToken cancellation)
    {
        RestorationSession session = await context.OpenAsync(cancellation);
        Folder calendar = await session.Calendars.GetAsync(
            context.Parse.GetRequiredValue(_mailbox), FolderPath.Parse(context.Parse.GetRequiredValue(_calendar)), cancellation);
        await context.Printer.ListAsync(
            session.Calendars.ReadAsync(calendar, _filter.Read(context.Parse, session.Dates), cancellation)
                .Where(item => item.Item.ItemClass == ItemClasses.Appointment)
                .Select(item => session.Workspace.Codec.Decode(item.Item)),
            Shapes.Appointment,
            "No appointment fits.");
        return ExitCodes.Done;
    }
}
