using System.Management.Automation;
using Restoration.Hosting;
using Restoration.Users;

namespace Restoration.PowerShell.Commands;

/// <summary>Makes a user of the store. From the first one on that somebody makes, permissions hold.</summary>
[Cmdlet(VerbsCommon.New, "RestorationUser", SupportsShouldProcess = true)]
[OutputType(typeof(RestorationUser))]
public sealed class NewRestorationUserCommand : AsyncCmdlet
{
    /// <summary>The name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    public string Name { get; set; } = "";

    /// <summary>What the user may do.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    public UserRole Role { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken stop)
    {
        RestorationSession session = await OpenAsync(stop);
        if (ShouldProcess(Name, $"Make user ({Role})"))
        {
            WriteObject(await session.Users.AddAsync(Name, Role, stop));
        }
    }
}
