using System.CommandLine;
using Restoration.Console.Output;
using Restoration.Hosting;

namespace Restoration.Console;

/// <summary>A verb of the program: binds its options, calls the session, prints.</summary>
internal abstract class Verb : Command
{
    protected Verb(string name, string description)
        : base(name, description) => SetAction(ExecuteAsync);

    /// <summary>Does it.</summary>
    protected abstract Task<int> RunAsync(VerbContext context, CancellationToken cancellation);

    private async Task<int> ExecuteAsync(ParseResult parse, CancellationToken cancellation)
    {
        await using VerbContext context = new(parse);
        return await RunAsync(context, cancellation);
    }
}

/// <summary>What a verb works with.</summary>
internal sealed class VerbContext(ParseResult parse) : IAsyncDisposable
{
    private RestorationSession? _session;

    /// <summary>The command line.</summary>
    public ParseResult Parse => parse;

    /// <summary>Where results go.</summary>
    public Printer Printer { get; } = new(parse.GetValue(GlobalOptions.Json));

    /// <summary>What the session is opened with.</summary>
    public SessionOptions SessionOptions { get; } = new()
    {
        Store = parse.GetValue(GlobalOptions.Store),
        User = parse.GetValue(GlobalOptions.User),
    };

    /// <summary>The session; the store is opened when it is first asked for.</summary>
    public async ValueTask<RestorationSession> OpenAsync(CancellationToken cancellation)
        => _session ??= await RestorationSession.OpenAsync(SessionOptions, cancellation);

    /// <summary>
    /// Whether to go through with something that cannot be taken back lightly. A person at a terminal is asked, unless they said
    /// --yes; elsewhere --execute or --yes is the answer.
    /// </summary>
    public bool IsToExecute(bool execute, string question)
    {
        bool yes = parse.GetValue(GlobalOptions.Yes);
        if (yes || !execute || Printer.IsJson || System.Console.IsInputRedirected || System.Console.IsErrorRedirected)
        {
            return execute || yes;
        }

        System.Console.Error.Write($"{question} (yes/no) [no]: ");
        return System.Console.ReadLine()?.Trim().ToUpperInvariant() is "Y" or "YES";
    }

    public async ValueTask DisposeAsync()
    {
        Printer.Dispose();
        if (_session is not null)
        {
            await _session.DisposeAsync();
        }
    }
}
