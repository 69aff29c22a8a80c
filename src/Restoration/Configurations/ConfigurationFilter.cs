using Restoration.Policies;

namespace Restoration.Configurations;

/// <summary>Which configurations. Everything that is given has to fit.</summary>
public sealed record ConfigurationFilter
{
    /// <summary>A pattern for the name.</summary>
    public string? Name { get; init; }

    /// <summary>A pattern for the user.</summary>
    public string? User { get; init; }

    /// <summary>The type of the source.</summary>
    public SourceType? SourceType { get; init; }

    /// <summary>The type of the destination.</summary>
    public DestinationType? DestinationType { get; init; }

    /// <summary>Whether it may be run.</summary>
    public bool? IsActive { get; init; }

    /// <summary>A text in its name, description, source, destination or policy.</summary>
    public string? Text { get; init; }

    /// <summary>Whether a configuration fits.</summary>
    public bool Accepts(RestorationConfiguration configuration)
        => (Name is null || Wildcard.IsMatch(Name, configuration.Name))
            && (User is null || Wildcard.IsMatch(User, configuration.User))
            && (SourceType is null || configuration.SourceType == SourceType)
            && (DestinationType is null || configuration.DestinationType == DestinationType)
            && (IsActive is null || configuration.IsActive == IsActive)
            && (Text is null || new[] { configuration.Name, configuration.Description, configuration.Source, configuration.Destination, configuration.Policy }
                .Any(text => text?.Contains(Text, StringComparison.OrdinalIgnoreCase) == true));
}
