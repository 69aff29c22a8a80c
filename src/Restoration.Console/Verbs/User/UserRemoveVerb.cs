using System.CommandLine;
using Restoration.Console.Output;
using Restoration.Hosting;
using Restoration.Users;

namespace Restoration.Console.Verbs.User;

/// <summary><c>user remove NAME</c>.</summary>
internal sealed class UserRemoveVerb : Verb
{
    private readonly Argument<string> _name = UserOptions.Name();
    private readonly Option<bool> _execute = Targets.Execute();

    public UserRemoveVerb()
        : base("remove", "Removes a user with the user's configurations; what the user did stays in the record.")
    {
        Arguments.Add(_name);
        Options.Add(_execute);
    }

    public override async Task<int> RunAsync(VerbContext context, CancellationToken cancellation)
    {
        RestorationSession session = await context.OpenAsync(cancellation);
        RestorationUser user = await session.Users.GetAsync(context.Parse.GetRequiredValue(_name), cancellation);
        return await Removal.RunAsync(
            context, user, Shapes.User, context.Parse.GetValue(_execute), "Remove this user?", () => session.Users.RemoveAsync(user, cancellation));
    }
}
