using System.Management.Automation;
using Restoration.Configurations;
using Restoration.Execution;
using Restoration.Hosting;
using Restoration.PowerShell.Parameters;
using Restoration.Requests;

namespace Restoration.PowerShell.Commands;

/// <summary>Runs a saved configuration; what is given here comes before what it says.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "RestorationConfiguration", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(RestoreResult))]
public sealed class InvokeRestorationConfigurationCommand : PolicyCmdlet
{
    /// <summary>The configuration: its name or its number.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("ConfigurationId"), ValidateNotNull, ArgumentCompleter(typeof(ConfigurationCompleter))]
    public ConfigurationIdentity Identity { get; set; } = null!;

    private protected override bool HasSource => true;

    /// <inheritdoc/>
    protected override Task ProcessAsync(CancellationToken stop) => RestoreAsync(stop);

    private protected override async Task<RequestDraft> DraftAsync(RestorationSession session, CancellationToken stop)
    {
        RestorationConfiguration configuration = await session.Configurations.GetAsync(Identity.ToString(), stop);
        string folder = FilePaths.CurrentFolder(this);
        return await session.Configurations.DraftAsync(configuration, basis => ReadSettings(session.Dates, basis), folder, WarnOfFindings(), stop);
    }
}
