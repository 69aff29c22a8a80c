using System.CommandLine;
using Restoration.Console.Output;
using Restoration.Hosting;
using Restoration.Users;

namespace Restoration.Console.Verbs.User;

/// <summary><c>user set NAME</c>.</summary>
internal sealed class UserSetVerb : Verb
{
    private readonly Argument<string> _name = UserOptions.Name();
    private readonly Option<UserRole?> _role = UserOptions.Role();
    private readonly Option<bool?> _active = new("--active") { Description = "Whether the user may do anything at all.", HelpName = "true|false" };

    public UserSetVerb()
        : base("set", "Gives a user another role, or locks a user out.")
    {
        Arguments.Add(_name);
        Options.Add(_role);
        Options.Add(_active);
    }

    public override async Task<int> RunAsync(VerbContext context, CancellationToken cancellation)
    {
        RestorationSession session = await context.OpenAsync(cancellation);
        RestorationUser user = await session.Users.GetAsync(context.Parse.GetRequiredValue(_name), cancellation);
        RestorationUser changed = await session.Users
            .SetAsync(user, context.Parse.GetValue(_role) ?? user.Role, context.Parse.GetValue(_active) ?? user.IsActive, cancellation);
        context.Printer.One(changed, Shapes.User);
        return ExitCodes.Done;
    }
}
