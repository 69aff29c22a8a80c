using System.Globalization;
using Restoration.Configurations;
using Restoration.Failures;

namespace Restoration.PowerShell.Parameters;

/// <summary>Which saved configuration: its name, its number, or the configuration itself. An empty one is an error, never "all".</summary>
public sealed class ConfigurationIdentity
{
    /// <summary>Takes a name, or a number as text.</summary>
    public ConfigurationIdentity(string identity) => Text = string.IsNullOrWhiteSpace(identity)
        ? throw new RestorationException(FailureCode.InvalidArgument, "A configuration is named by its name or its number; an empty identity is none.")
        : identity;

    /// <summary>Takes the number.</summary>
    public ConfigurationIdentity(long configurationId) => Text = configurationId.ToString(CultureInfo.InvariantCulture);

    /// <summary>Takes the configuration.</summary>
    public ConfigurationIdentity(RestorationConfiguration configuration) => Text = configuration.ConfigurationId.ToString(CultureInfo.InvariantCulture);

    private string Text { get; }

    /// <summary>The identity as text.</summary>
    public override string ToString() => Text;
}
