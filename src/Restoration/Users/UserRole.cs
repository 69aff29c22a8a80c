namespace Restoration.Users;

/// <summary>What a user may do; <see cref="Permissions"/> is the table.</summary>
public enum UserRole
{
    /// <summary>Reads calendars and backups, and what he did himself.</summary>
    Reader,

    /// <summary>Restores and backs up, and manages what is his own.</summary>
    Operator,

    /// <summary>Everything, for everybody.</summary>
    Administrator,
}
