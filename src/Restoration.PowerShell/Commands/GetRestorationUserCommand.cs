using System.Management.Automation;
using Restoration.Hosting;
using Restoration.Policies;
using Restoration.PowerShell.Parameters;
using Restoration.Users;

namespace Restoration.PowerShell.Commands;

/// <summary>Lists the users of the store.</summary>
[Cmdlet(VerbsCommon.Get, "RestorationUser")]
[OutputType(typeof(RestorationUser))]
public sealed class GetRestorationUserCommand : AsyncCmdlet
{
    /// <summary>The name, or those that fit. A name without wildcards has to exist.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards, ValidateNotNullOrEmpty, ArgumentCompleter(typeof(UserCompleter))]
    public string? Name { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken stop)
    {
        RestorationSession session = await OpenAsync(stop);
        if (Name is null || Wildcard.HasWildcard(Name))
        {
            WriteObject(await session.Users.ListAsync(Name, stop), enumerateCollection: true);
        }
        else
        {
            WriteObject(await session.Users.GetAsync(Name, stop));
        }
    }
}
