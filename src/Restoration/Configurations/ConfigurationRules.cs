using Restoration.Failures;
using Restoration.Items;
using Restoration.Policies;

namespace Restoration.Configurations;

/// <summary>What a configuration has to be like; looked at when it is made, not only when it is run.</summary>
internal sealed class ConfigurationRules(Workspace workspace, DateRange dates)
{
    // Where a configuration will be run is not known when it is made; source and destination are in the same folder then, whichever it is.
    private static string Folder => Environment.CurrentDirectory;

    private const int LongestName = 100;

    /// <summary>Everything that is wrong with a configuration; nothing if it can be saved.</summary>
    public IReadOnlyList<RestorationException> FindProblems(RestorationConfiguration configuration)
    {
        List<RestorationException> problems = [];
        SourceSettings? source = null;
        DestinationSettings? destination = null;
        Try(() => CheckName(configuration.Name));
        Try(() => CheckDefined(configuration));
        Try(() => source = SourceSettings.Read(configuration.SourceType, configuration.Source, dates, workspace.Formats, Folder));
        Try(() => destination = DestinationSettings.Read(configuration.DestinationType, configuration.Destination, workspace.Formats, Folder));
        Try(() => PolicySettings.Read(configuration.Policy, dates));
        if (source is not null && destination is not null)
        {
            Try(() => CheckApart(source, destination));
        }

        return problems;

        void Try(Action look)
        {
            try
            {
                look();
            }
            catch (RestorationException problem)
            {
                problems.Add(problem);
            }
        }
    }

    private static void CheckName(string name)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > LongestName || name.Any(char.IsControl))
        {
            throw new RestorationException(FailureCode.InvalidArgument, $"A configuration needs a name of 1 to {LongestName} characters on one line.", "name");
        }

        if (Wildcard.HasWildcard(name) || name.All(char.IsAsciiDigit))
        {
            throw new RestorationException(
                FailureCode.InvalidArgument, $"'{name}' cannot be told from a pattern or a number. Name the configuration without * and ?, and not by digits alone.", "name");
        }
    }

    private static void CheckDefined(RestorationConfiguration configuration)
    {
        if (!Enum.IsDefined(configuration.SourceType) || !Enum.IsDefined(configuration.DestinationType))
        {
            throw new RestorationException(FailureCode.InvalidArgument, "The type of the source or of the destination is none that there is.", "type");
        }
    }

    private static void CheckApart(SourceSettings source, DestinationSettings destination)
    {
        Location? place = destination.Location;
        bool isCalendar = place is { Kind: LocationKind.Store } && source.Locations.Any(location => location.Kind == LocationKind.Store
            && Wildcard.IsMatch(location.Mailbox!, place.Mailbox!) && Wildcard.IsMatch(location.Folder.ToString(), place.Folder.ToString()));
        bool isNamed = destination.Kind == LocationKind.Store
            && source.Calendars.Any(calendar => Wildcard.IsMatch(calendar, destination.Calendar.ToString()));
        bool isFile = place is { Kind: LocationKind.File } && source.Paths.Any(path => Wildcard.IsMatch(path, place.Target!));
        if (isCalendar || isNamed || isFile)
        {
            throw new RestorationException(
                FailureCode.InvalidArgument, "The destination of the configuration is inside its source. Name another destination.", "destination");
        }
    }
}
