namespace Restoration.Users;

/// <summary>The table of permissions: role × deed → whether it is allowed, for what is one's own or for everybody's. Pure.</summary>
public static class Permissions
{
    private static readonly IReadOnlyDictionary<Permission, (Reach Reader, Reach Operator)> Table = new Dictionary<Permission, (Reach, Reach)>
    {
        [Permission.ReadCalendar] = (Reach.All, Reach.All),
        [Permission.ReadRequest] = (Reach.Own, Reach.Own),
        [Permission.RunRequest] = (Reach.None, Reach.Own),
        [Permission.ManageCalendar] = (Reach.None, Reach.All),
        [Permission.ManageMailbox] = (Reach.None, Reach.All),
        [Permission.ManageRequest] = (Reach.None, Reach.Own),
        [Permission.CreateBackup] = (Reach.None, Reach.All),
        [Permission.RemoveBackup] = (Reach.None, Reach.Own),
        [Permission.ManageBackupPlan] = (Reach.None, Reach.Own),
        [Permission.ReadAudit] = (Reach.None, Reach.All),
        [Permission.ReadConfiguration] = (Reach.Own, Reach.Own),
        [Permission.ManageConfiguration] = (Reach.None, Reach.Own),
        [Permission.ManageUsers] = (Reach.None, Reach.None),
    };

    private enum Reach
    {
        None,
        Own,
        All,
    }

    /// <summary>Whether a role may do it.</summary>
    /// <param name="role">The role.</param>
    /// <param name="permission">What is to be done.</param>
    /// <param name="isOwn">Whether it is the user's own.</param>
    public static bool Allow(UserRole role, Permission permission, bool isOwn) => role switch
    {
        UserRole.Administrator => true,
        UserRole.Operator => Reaches(Table[permission].Operator, isOwn),
        _ => Reaches(Table[permission].Reader, isOwn),
    };

    private static bool Reaches(Reach reach, bool isOwn) => reach == Reach.All || (reach == Reach.Own && isOwn);
}
