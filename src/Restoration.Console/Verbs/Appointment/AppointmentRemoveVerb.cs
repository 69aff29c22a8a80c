using System.CommandLine;
using Restoration.Failures;
using Restoration.Hosting;
using Restoration.Items;
using Restoration.Mailboxes;
using Restoration.Policies;
using Restoration.Requests;

namespace Restoration.Console.Verbs.Appointment;

/// <summary><c>appointment remove</c>: by a request that can be undone.</summary>
internal sealed class AppointmentRemoveVerb : Verb
{
    private readonly Option<string> _mailbox = Targets.Mailbox();
    private readonly Option<string> _calendar = Targets.Calendar();
    private readonly Option<bool> _execute = Targets.Execute();
    private readonly FilterOptions _filter;

    public AppointmentRemoveVerb()
        : base("remove", "Removes appointments; undoing the request brings them back.")
    {
        Options.Add(_mailbox);
        Options.Add(_calendar);
        Options.Add(_execute);
        _filter = new FilterOptions(this);
    }

    public override async Task<int> RunAsync(VerbContext context, CancellationToken cancellation)
    {
        RestorationSession session = await context.OpenAsync(cancellation);
        ItemFilter filter = _filter.Read(context.Parse, session.Dates);
        if (filter.IsEmpty)
        {
            throw new RestorationException(
                FailureCode.InvalidArgument, "Say which appointments: --uid, --subject, --category, --start-date or --end-date. 'calendar remove' removes all.");
        }

        Folder calendar = await session.Calendars.GetAsync(
            context.Parse.GetRequiredValue(_mailbox), FolderPath.Parse(context.Parse.GetRequiredValue(_calendar)), cancellation);
        if (!await session.Calendars.ReadAsync(calendar, filter, cancellation).AnyAsync(cancellation))
        {
            throw new RestorationException(
                FailureCode.AppointmentNotFound, $"No appointment of '{calendar.Location}' fits. 'appointment list' shows what there is.", calendar.Location.ToString());
        }

        RequestDraft draft = await session.Calendars.DraftRemovalAsync(calendar, filter, cancellation);
        string question = $"Remove these appointments from '{calendar.Location}'?";
        return await Runs.ReviewAsync(context, session, draft, context.Parse.GetValue(_execute), question, cancellation)
            ?? await Runs.ExecuteAsync(context, session, draft, Runs.IsNews, cancellation);
    }
}
