using System.Management.Automation;
using Restoration.Hosting;
using Restoration.PowerShell.Parameters;
using Restoration.Users;

namespace Restoration.PowerShell.Commands;

/// <summary>Removes a user, with the configurations of that user. What the user did stays in the record.</summary>
[Cmdlet(VerbsCommon.Remove, "RestorationUser", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
public sealed class RemoveRestorationUserCommand : AsyncCmdlet
{
    /// <summary>The name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true), ArgumentCompleter(typeof(UserCompleter))]
    public string Name { get; set; } = "";

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken stop)
    {
        RestorationSession session = await OpenAsync(stop);
        RestorationUser user = await session.Users.GetAsync(Name, stop);
        if (ShouldProcess(user.Name, "Remove user, with the configurations of that user"))
        {
            await session.Users.RemoveAsync(user, stop);
        }
    }
}
