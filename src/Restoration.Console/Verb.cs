using System.CommandLine;
using System.CommandLine.Parsing;
using Restoration.Console.Output;
using Restoration.Hosting;

namespace Restoration.Console;

/// <summary>A verb of the program: binds its options, calls the session, prints.</summary>
internal abstract class Verb : Command
{
    protected Verb(string name, string description)
        : base(name, description)
    {
        Validators.Add(RefuseUnknownOptions);
        SetAction(ExecuteAsync);
    }

    /// <summary>Does it.</summary>
    /// <returns>The exit code.</returns>
    public abstract Task<int> RunAsync(VerbContext context, CancellationToken cancellation);

    // An argument takes whatever comes, a misspelt option too. A file of such a name can be written as ./--name.
    private static void RefuseUnknownOptions(CommandResult command)
    {
        foreach (Token token in command.Children.OfType<ArgumentResult>().SelectMany(argument => argument.Tokens))
        {
            if (token.Value.StartsWith("--", StringComparison.Ordinal))
            {
                command.AddError($"There is no option '{token.Value}'.");
            }
        }
    }

    private async Task<int> ExecuteAsync(ParseResult parse, CancellationToken cancellation)
    {
        // Signals are only listened for once this has returned, and a store in a file never makes anybody wait.
        await Task.Yield();
        await using VerbContext context = new(parse, new Printer(parse.GetValue(GlobalOptions.Json)), TimeProvider.System);
        return await RunAsync(context, cancellation);
    }
}

/// <summary>What a verb works with.</summary>
/// <param name="parse">The command line.</param>
/// <param name="printer">Where results go; disposed with this.</param>
/// <param name="clock">The time.</param>
internal sealed class VerbContext(ParseResult parse, Printer printer, TimeProvider clock) : IAsyncDisposable
{
    private RestorationSession? _session;
    private FileSession? _files;

    /// <summary>The command line.</summary>
    public ParseResult Parse => parse;

    /// <summary>Where results go.</summary>
    public Printer Printer => printer;

    /// <summary>What the session is opened with.</summary>
    public SessionOptions SessionOptions { get; } = new()
    {
        Store = parse.GetValue(GlobalOptions.Store),
        User = parse.GetValue(GlobalOptions.User),
        Clock = clock,
    };

    /// <summary>The session; the store is opened when it is first asked for.</summary>
    public async ValueTask<RestorationSession> OpenAsync(CancellationToken cancellation)
        => _session ??= await RestorationSession.OpenAsync(SessionOptions, cancellation);

    /// <summary>What works on files alone.</summary>
    public FileSession Files => _files ??= new FileSession(SessionOptions);

    /// <summary>Standard input and output where a file is named.</summary>
    public StandardStreams Streams { get; } = new();

    /// <summary>Whether a person is asked before anything happens: at a terminal, unless they said --yes.</summary>
    public bool Asks => !parse.GetValue(GlobalOptions.Yes)
        && !(printer.IsJson || System.Console.IsInputRedirected || System.Console.IsErrorRedirected);

    /// <summary>Whether to go through with something that cannot be taken back lightly: yes, unless a person says no.</summary>
    public bool Confirm(string question)
    {
        if (!Asks)
        {
            return true;
        }

        System.Console.Error.Write($"{question} (yes/no) [no]: ");
        return System.Console.ReadLine()?.Trim().ToUpperInvariant() is "Y" or "YES";
    }

    public async ValueTask DisposeAsync()
    {
        printer.Dispose();
        Streams.Dispose();
        if (_session is not null)
        {
            await _session.DisposeAsync();
        }
    }
}
