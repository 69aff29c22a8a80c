using System.CommandLine;
using Restoration.Console.Output;
using Restoration.Hosting;
using Restoration.Users;

namespace Restoration.Console.Verbs.User;

/// <summary><c>user create NAME --role R</c>.</summary>
internal sealed class UserCreateVerb : Verb
{
    private readonly Argument<string> _name = UserOptions.Name();
    private readonly Option<UserRole?> _role = UserOptions.Role();

    public UserCreateVerb()
        : base("create", "Makes a user. From the first one on, permissions hold.")
    {
        Arguments.Add(_name);
        _role.Required = true;
        Options.Add(_role);
    }

    public override async Task<int> RunAsync(VerbContext context, CancellationToken cancellation)
    {
        RestorationSession session = await context.OpenAsync(cancellation);
        RestorationUser user = await session.Users
            .AddAsync(context.Parse.GetRequiredValue(_name), context.Parse.GetRequiredValue(_role)!.Value, cancellation);
        context.Printer.One(user, Shapes.User);
        return ExitCodes.Done;
    }
}
