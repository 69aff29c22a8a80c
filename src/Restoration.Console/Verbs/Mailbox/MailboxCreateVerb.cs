using System.CommandLine;
using Restoration.Console.Output;
using Restoration.Hosting;
using Restoration.Mailboxes;

namespace Restoration.Console.Verbs.Mailbox;

/// <summary><c>mailbox create ID</c>.</summary>
internal sealed class MailboxCreateVerb : Verb
{
    private readonly Argument<string> _mailbox = new("mailbox")
    {
        Description = "The address of the mailbox; of an archive, the mailbox that it is to be the archive of.",
        HelpName = "ID",
    };

    private readonly Option<MailboxKind> _kind = new Option<MailboxKind>("--kind")
    {
        Description = $"What has become of it: {string.Join(", ", Enum.GetNames<MailboxKind>())}.",
        HelpName = "KIND",
    }.Named();

    private readonly Option<string?> _displayName = new("--display-name") { Description = "The name for people.", HelpName = "NAME" };
    private readonly Option<string?> _alias = new("--alias") { Description = "The alias; what stands before the @ if none is given.", HelpName = "ALIAS" };
    private readonly Option<string?> _userPrincipalName = new("--user-principal-name") { Description = "The name that its user signs in with.", HelpName = "NAME" };
    private readonly Option<long?> _quota = new("--quota") { Description = "How many bytes it may hold.", HelpName = "BYTES" };
    private readonly Option<string[]> _hold = new Option<string[]>("--hold") { Description = "The holds that keep what is in it.", HelpName = "NAME" }.Several();

    public MailboxCreateVerb()
        : base("create", "Makes a mailbox; its folders are made when something comes into them.")
    {
        Arguments.Add(_mailbox);
        foreach (Option option in new Option[] { _kind, _displayName, _alias, _userPrincipalName, _quota, _hold })
        {
            Options.Add(option);
        }
    }

    public override async Task<int> RunAsync(VerbContext context, CancellationToken cancellation)
    {
        MailboxDraft draft = new()
        {
            Address = context.Parse.GetRequiredValue(_mailbox),
            Kind = context.Parse.GetValue(_kind),
            DisplayName = context.Parse.GetValue(_displayName),
            Alias = context.Parse.GetValue(_alias),
            UserPrincipalName = context.Parse.GetValue(_userPrincipalName),
            Quota = context.Parse.GetValue(_quota),
            Holds = context.Parse.GetValue(_hold) ?? [],
        };
        RestorationSession session = await context.OpenAsync(cancellation);
        context.Printer.One(await session.Mailboxes.CreateAsync(draft, cancellation), Shapes.Mailbox);
        return ExitCodes.Done;
    }
}
