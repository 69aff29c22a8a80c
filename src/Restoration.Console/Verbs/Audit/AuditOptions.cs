using System.CommandLine;
using Restoration.Auditing;
using Restoration.Failures;
using Restoration.Policies;

namespace Restoration.Console.Verbs.Audit;

/// <summary>The options that say which entries of the audit trail a verb is about.</summary>
internal sealed class AuditOptions
{
    private readonly Option<string?> _after = new("--after") { Description = "From this day or moment on.", HelpName = "DATE" };
    private readonly Option<string?> _before = new("--before") { Description = "Until this day or moment.", HelpName = "DATE" };
    private readonly Option<string?> _timeZone = Targets.TimeZone();
    private readonly Option<string?> _request = new("--request-id") { Description = "Of this request.", HelpName = "GUID" };
    private readonly Option<string[]> _operation = FilterOptions.Patterns("--operation", "Only operations that fit.");
    private readonly Option<string[]> _actor = FilterOptions.Patterns("--actor", "Only what these users did.");

    public AuditOptions(Command command)
    {
        foreach (Option option in new Option[] { _after, _before, _timeZone, _request, _operation, _actor })
        {
            command.Options.Add(option);
        }
    }

    public AuditFilter Read(ParseResult parse, DateRange dates)
    {
        DateWindow? window = dates.Parse(parse.GetValue(_after), parse.GetValue(_before), parse.GetValue(_timeZone));
        string? request = parse.GetValue(_request);
        Guid id = default;
        if (request is not null && !Guid.TryParse(request, out id))
        {
            throw new RestorationException(FailureCode.InvalidArgument, $"'{request}' is no GUID of a request.", request);
        }

        return new AuditFilter
        {
            After = window?.From,
            Before = window?.To,
            RequestId = request is null ? null : id,
            Operations = parse.GetValue(_operation) ?? [],
            Actors = parse.GetValue(_actor) ?? [],
        };
    }
}
