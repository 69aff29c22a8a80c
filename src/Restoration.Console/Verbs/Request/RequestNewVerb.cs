using System.CommandLine;
using Restoration.Console.Output;
using Restoration.Hosting;
using Restoration.Requests;
using Restoration.Requests.MailboxRestores;

namespace Restoration.Console.Verbs.Request;

/// <summary><c>request new --source-mailbox A --target-mailbox B</c>.</summary>
internal sealed class RequestNewVerb : Verb
{
    private readonly MailboxRestoreOptionList _restore;
    private readonly Option<bool> _wait = new("--wait") { Description = "Runs it, and waits until it has ended." };

    public RequestNewVerb()
        : base("new", "Queues a restore of a mailbox into a mailbox; a worker runs it.")
    {
        _restore = new MailboxRestoreOptionList(this);
        Options.Add(_wait);
    }

    public override async Task<int> RunAsync(VerbContext context, CancellationToken cancellation)
    {
        MailboxRestoreSettings settings = _restore.Read(context.Parse);
        RestorationSession session = await context.OpenAsync(cancellation);
        RestoreValidation check = await session.MailboxRestores.CheckAsync(settings, cancellation);
        Warn(context.Printer, check);
        RestoreRequest request = await session.MailboxRestores.AddAsync(settings, cancellation);
        if (context.Parse.GetValue(_wait) && request.Status == RequestStatus.Queued)
        {
            return await RequestWaiting.RunAsync(context, session, request, null, cancellation);
        }

        context.Printer.One(request, Shapes.Request);
        return ExitCodes.Done;
    }

    private static void Warn(Printer printer, RestoreValidation check)
    {
        foreach (RestoreCheckFinding finding in check.Findings.Where(finding => finding.Severity == Failures.Severity.Warning && !printer.IsJson))
        {
            System.Console.Error.WriteLine($"warning: {Printer.Text(finding.ToString())}");
        }
    }
}
