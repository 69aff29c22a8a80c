using System.Management.Automation;
using Restoration.Configurations;
using Restoration.Hosting;
using Restoration.PowerShell.Parameters;

namespace Restoration.PowerShell.Commands;

/// <summary>Saves a restore, to run it again and again. It is checked before it is saved.</summary>
[Cmdlet(VerbsCommon.New, "RestorationConfiguration", SupportsShouldProcess = true)]
[OutputType(typeof(RestorationConfiguration))]
public sealed class NewRestorationConfigurationCommand : AsyncCmdlet
{
    /// <summary>Its name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    public string Name { get; set; } = "";

    /// <summary>What it is for.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), ValidateNotNullOrEmpty]
    public string? Description { get; set; }

    /// <summary>What it restores from.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    public SourceType SourceType { get; set; }

    /// <summary>Which source of that type: a hashtable, an object, or JSON.</summary>
    [Parameter(Mandatory = true, Position = 2, ValueFromPipelineByPropertyName = true), JsonTransformation, ValidateNotNullOrEmpty]
    public string Source { get; set; } = "";

    /// <summary>What it restores to.</summary>
    [Parameter(Mandatory = true, Position = 3, ValueFromPipelineByPropertyName = true)]
    public DestinationType DestinationType { get; set; }

    /// <summary>Which destination of that type: a hashtable, an object, or JSON.</summary>
    [Parameter(Mandatory = true, Position = 4, ValueFromPipelineByPropertyName = true), JsonTransformation, ValidateNotNullOrEmpty]
    public string Destination { get; set; } = "";

    /// <summary>Which items, and what to do on a match: a hashtable, an object, or JSON.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), JsonTransformation, ValidateNotNullOrEmpty]
    public string? Policy { get; set; }

    /// <summary>Does not let it be run yet.</summary>
    [Parameter]
    public SwitchParameter Inactive { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken stop)
    {
        RestorationSession session = await OpenAsync(stop);
        ConfigurationDraft draft = new()
        {
            Name = Name,
            Description = Description,
            SourceType = SourceType,
            Source = Source,
            DestinationType = DestinationType,
            Destination = Destination,
            Policy = Policy,
            IsActive = !Inactive,
        };
        if (ShouldProcess($"{Name}: {draft.Source} -> {draft.Destination}", "Save configuration"))
        {
            WriteObject(await session.Configurations.AddAsync(draft, stop));
        }
    }
}
