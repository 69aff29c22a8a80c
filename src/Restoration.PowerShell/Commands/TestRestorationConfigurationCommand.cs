using System.Management.Automation;
using Restoration.Configurations;
using Restoration.Failures;
using Restoration.Hosting;
using Restoration.PowerShell.Parameters;

namespace Restoration.PowerShell.Commands;

/// <summary>Says what keeps a saved configuration from being run: its rules, its source, its destination. Changes nothing.</summary>
[Cmdlet(VerbsDiagnostic.Test, "RestorationConfiguration")]
[OutputType(typeof(Finding), typeof(bool))]
public sealed class TestRestorationConfigurationCommand : AsyncCmdlet
{
    /// <summary>The configuration: its name or its number.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("ConfigurationId"), ValidateNotNull, ArgumentCompleter(typeof(ConfigurationCompleter))]
    public ConfigurationIdentity Identity { get; set; } = null!;

    /// <summary>Writes only whether it could be run.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken stop)
    {
        RestorationSession session = await OpenAsync(stop);
        RestorationConfiguration configuration = await session.Configurations.GetAsync(Identity.ToString(), stop);
        IReadOnlyList<RestorationException> problems = await session.Configurations.TestAsync(configuration, FilePaths.CurrentFolder(this), stop);
        if (Quiet)
        {
            WriteObject(problems.Count == 0);
            return;
        }

        foreach (RestorationException problem in problems)
        {
            WriteObject(new Finding(Severity.Error, problem.Code, problem.Message) { Item = configuration.Name });
        }
    }
}
