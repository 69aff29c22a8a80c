using System.Management.Automation;
using Restoration.Hosting;
using Restoration.PowerShell.Parameters;
using Restoration.Users;

namespace Restoration.PowerShell.Commands;

/// <summary>Gives a user another role, or takes away or gives back the right to do anything.</summary>
[Cmdlet(VerbsCommon.Set, "RestorationUser", SupportsShouldProcess = true)]
[OutputType(typeof(RestorationUser))]
public sealed class SetRestorationUserCommand : AsyncCmdlet
{
    /// <summary>The name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true), ArgumentCompleter(typeof(UserCompleter))]
    public string Name { get; set; } = "";

    /// <summary>What the user may do.</summary>
    [Parameter(Position = 1)]
    public UserRole? Role { get; set; }

    /// <summary>Whether the user may do anything at all; -IsActive:$false forbids it.</summary>
    [Parameter]
    public SwitchParameter IsActive { get; set; }

    /// <summary>Writes the user as it is now.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken stop)
    {
        RestorationSession session = await OpenAsync(stop);
        RestorationUser user = await session.Users.GetAsync(Name, stop);
        UserRole role = Role ?? user.Role;
        bool isActive = MyInvocation.BoundParameters.ContainsKey(nameof(IsActive)) ? IsActive.IsPresent : user.IsActive;
        if (ShouldProcess(user.Name, $"Change user ({role}, {(isActive ? "active" : "not active")})"))
        {
            RestorationUser changed = await session.Users.SetAsync(user, role, isActive, stop);
            if (PassThru)
            {
                WriteObject(changed);
            }
        }
    }
}
