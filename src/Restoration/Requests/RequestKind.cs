namespace Restoration.Requests;

/// <summary>What a request is for. Every one of them is planned, executed, journaled and undone in the same way.</summary>
public enum RequestKind
{
    /// <summary>Restores what audit records say was lost.</summary>
    AuditLogRestore,

    /// <summary>Restores from a backup.</summary>
    BackupRestore,

    /// <summary>Restores from an export file.</summary>
    FileRestore,

    /// <summary>Merges a mailbox, or a backup of one, into a mailbox; waits in the queue until a worker runs it.</summary>
    MailboxRestore,

    /// <summary>Imports a file into a calendar.</summary>
    Import,

    /// <summary>Imports mailboxes out of files into a mailbox.</summary>
    MailboxImport,

    /// <summary>Imports the database of another program.</summary>
    DatabaseImport,

    /// <summary>Copies a calendar to another one, or to a file.</summary>
    Copy,

    /// <summary>Removes items.</summary>
    Removal,

    /// <summary>Takes back what another request did.</summary>
    Undo,
}
