using System.CommandLine;
using Restoration.Console.Output;
using Restoration.Hosting;
using Restoration.Items;
using Restoration.Mailboxes;
using Restoration.Policies;
using Restoration.Requests;

namespace Restoration.Console.Verbs.Calendar;

/// <summary><c>calendar remove</c>: its items first, by a request that can be undone, then the calendar.</summary>
internal sealed class CalendarRemoveVerb : Verb
{
    private readonly Option<string> _mailbox = Targets.Mailbox();
    private readonly Option<string> _calendar = Targets.Calendar();
    private readonly Option<bool> _execute = Targets.Execute();

    public CalendarRemoveVerb()
        : base("remove", "Removes a calendar with its items; undoing the request brings both back.")
    {
        Options.Add(_mailbox);
        Options.Add(_calendar);
        Options.Add(_execute);
    }

    public override async Task<int> RunAsync(VerbContext context, CancellationToken cancellation)
    {
        RestorationSession session = await context.OpenAsync(cancellation);
        Folder calendar = await session.Calendars.GetAsync(
            context.Parse.GetRequiredValue(_mailbox), FolderPath.Parse(context.Parse.GetRequiredValue(_calendar)), cancellation);
        RequestDraft draft = await session.Calendars.DraftRemovalAsync(calendar, ItemFilter.All, cancellation);
        string question = $"Remove the calendar '{calendar.Location}' with all its items?";
        if (await Runs.ReviewAsync(context, session, draft, context.Parse.GetValue(_execute), question, cancellation) is { } planned)
        {
            return planned;
        }

        int code = await Runs.ExecuteAsync(context, session, draft, Runs.IsTrouble, cancellation);
        if (code == ExitCodes.Done)
        {
            await session.Calendars.RemoveAsync(calendar, cancellation);
        }

        return code;
    }
}
