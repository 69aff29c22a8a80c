using System.CommandLine;
using Restoration.Console.Output;
using Restoration.Hosting;

namespace Restoration.Console.Verbs.User;

/// <summary><c>user list</c>.</summary>
internal sealed class UserListVerb : Verb
{
    private readonly Option<string?> _name = new("--name") { Description = "Only names that fit; * and ? are wildcards.", HelpName = "NAME" };

    public UserListVerb()
        : base("list", "Lists the users of the store.") => Options.Add(_name);

    public override async Task<int> RunAsync(VerbContext context, CancellationToken cancellation)
    {
        RestorationSession session = await context.OpenAsync(cancellation);
        await context.Printer.ListAsync(await session.Users.ListAsync(context.Parse.GetValue(_name), cancellation), Shapes.User, "No user fits.");
        return ExitCodes.Done;
    }
}
