using System.CommandLine;
using Restoration.Configurations;
using Restoration.Hosting;
using Restoration.Requests;

namespace Restoration.Console.Verbs.Config;

/// <summary><c>config run NAME-OR-ID</c>.</summary>
internal sealed class ConfigRunVerb : Verb
{
    private readonly Argument<string> _identity = ConfigOptions.Identity();
    private readonly Option<bool> _execute = Targets.Execute();
    private readonly PolicyOptions _policy;

    public ConfigRunVerb()
        : base("run", "Runs a configuration; what is given here comes before what it says.")
    {
        Arguments.Add(_identity);
        _policy = new PolicyOptions(this);
        Options.Add(_execute);
    }

    public override async Task<int> RunAsync(VerbContext context, CancellationToken cancellation)
    {
        RestorationSession session = await context.OpenAsync(cancellation);
        RestorationConfiguration configuration = await session.Configurations.GetAsync(context.Parse.GetRequiredValue(_identity), cancellation);
        RequestDraft draft = await session.Configurations.DraftAsync(
            configuration, basis => _policy.Read(context.Parse, session.Dates, basis), Environment.CurrentDirectory, new Runs.FindingLine(context.Printer), cancellation);
        return await Runs.ReviewAsync(context, session, draft, context.Parse.GetValue(_execute), $"Run the configuration '{configuration.Name}'?", cancellation)
            ?? await Runs.ExecuteAsync(context, session, draft, Runs.IsNews, cancellation);
    }
}
