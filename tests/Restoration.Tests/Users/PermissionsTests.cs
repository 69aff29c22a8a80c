using Restoration.Users;

namespace Restoration.Tests.Users;

public sealed class PermissionsTests
{
    // deed, then what a reader and an operator may do it with: nobody's, only their own, or everybody's.
    [Theory]
    [InlineData(Permission.ReadCalendar, "all", "all")]
    [InlineData(Permission.ReadRequest, "own", "own")]
    [InlineData(Permission.RunRequest, "none", "own")]
    [InlineData(Permission.ManageCalendar, "none", "all")]
    [InlineData(Permission.ManageMailbox, "none", "all")]
    [InlineData(Permission.ManageRequest, "none", "own")]
    [InlineData(Permission.CreateBackup, "none", "all")]
    [InlineData(Permission.RemoveBackup, "none", "own")]
    [InlineData(Permission.ManageBackupPlan, "none", "own")]
    [InlineData(Permission.ReadAudit, "none", "all")]
    [InlineData(Permission.ReadConfiguration, "own", "own")]
    [InlineData(Permission.ManageConfiguration, "none", "own")]
    [InlineData(Permission.ManageUsers, "none", "none")]
    public void Holds_for_every_role(Permission permission, string reader, string @operator)
    {
        Assert.Equal(reader, Reach(UserRole.Reader, permission));
        Assert.Equal(@operator, Reach(UserRole.Operator, permission));
        Assert.Equal("all", Reach(UserRole.Administrator, permission));
    }

    [Fact]
    public void The_table_has_every_deed()
    {
        foreach (Permission permission in Enum.GetValues<Permission>())
        {
            Assert.Contains(Reach(UserRole.Operator, permission), new[] { "none", "own", "all" });
        }
    }

    private static string Reach(UserRole role, Permission permission) => Permissions.Allow(role, permission, false)
        ? "all"
        : Permissions.Allow(role, permission, true) ? "own" : "none";
}
