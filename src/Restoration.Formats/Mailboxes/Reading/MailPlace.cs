namespace Restoration.Formats.Mailboxes.Reading;

/// <summary>What the path of a file says of the message in it: the folder, and whether it is one of a Maildir.</summary>
/// <param name="Folder">The names of the folders from the top down.</param>
/// <param name="FileName">The name of the file.</param>
/// <param name="IsMaildir">Whether it lies in a Maildir, where its name holds the flags.</param>
/// <param name="IsIgnored">Whether it is known to be no mail: what programs keep beside it.</param>
internal readonly record struct MailPlace(IReadOnlyList<string> Folder, string FileName, bool IsMaildir, bool IsIgnored)
{
    private static readonly string[] MailEndings = [".eml", ".ics", ".json", ".ndjson", ".vcf", ".mbox", ".mbx"];
    private static readonly string[] BesideMail = [".ds_store", "thumbs.db", "desktop.ini", "maildirfolder", "subscriptions", "restoration.json"];

    /// <summary>The folder that a file stands for which holds more than one message: it has the file's name.</summary>
    public IReadOnlyList<string> FolderOfFile
    {
        get
        {
            string name = MailEndings.Aggregate(FileName, (text, ending) => Without(text, ending));

            // Apple Mail keeps a file 'mbox' in a folder 'Name.mbox'.
            return name.Equals("mbox", StringComparison.OrdinalIgnoreCase) && Folder.Count > 0 ? Folder : [.. Folder, SafeName.Decode(name)];
        }
    }

    /// <summary>Reads a path below the top.</summary>
    /// <param name="tree">The name of the tree; an archive has often a folder of its own name inside.</param>
    /// <param name="path">The path.</param>
    public static MailPlace Of(string tree, string path)
    {
        string[] names = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        string file = names[^1];
        string[] folders = WithoutTop(tree, names[..^1]);
        bool hasMailEnding = Array.Exists(MailEndings, ending => file.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
        bool isIgnored = Array.Exists(BesideMail, known => file.Equals(known, StringComparison.OrdinalIgnoreCase))
            || file.EndsWith(".msf", StringComparison.OrdinalIgnoreCase)
            || file.StartsWith("dovecot", StringComparison.Ordinal)
            || file.StartsWith("courier", StringComparison.Ordinal)
            || (folders is [.., "tmp"] && !hasMailEnding);
        return folders is [.., "cur" or "new"] && !hasMailEnding
            ? new MailPlace(MaildirFolder(folders[..^1]), file, IsMaildir: true, isIgnored)
            : new MailPlace([.. folders.Select(TreeFolder)], file, IsMaildir: false, isIgnored);
    }

    // Maildir++: the folders of a Maildir lie beside each other, with all of their path in the name. Elsewhere each in its parent.
    private static string[] MaildirFolder(string[] folders)
    {
        int last = Array.FindLastIndex(folders, name => name.StartsWith('.'));
        if (last >= 0)
        {
            return [.. folders[last][1..].Split('.', StringSplitOptions.RemoveEmptyEntries).Concat(folders[(last + 1)..]).Select(ModifiedUtf7.Decode)];
        }

        return folders is [var only] && only.Equals("maildir", StringComparison.OrdinalIgnoreCase) ? [] : [.. folders.Select(ModifiedUtf7.Decode)];
    }

    // Thunderbird keeps what is below 'Name' in 'Name.sbd'.
    private static string TreeFolder(string name) => SafeName.Decode(Without(Without(name, ".sbd"), ".mbox"));

    private static string[] WithoutTop(string tree, string[] folders)
    {
        string stem = Path.GetFileName(tree);
        stem = new[] { ".gz", ".tgz", ".tar", ".zip" }.Aggregate(stem, Without);
        return folders switch
        {
            ["Takeout", "Mail", .. var rest] => rest,
            [var top, .. var rest] when stem.Length > 0 && top.Equals(stem, StringComparison.OrdinalIgnoreCase) => rest,
            _ => folders,
        };
    }

    private static string Without(string name, string ending)
        => name.Length > ending.Length && name.EndsWith(ending, StringComparison.OrdinalIgnoreCase) ? name[..^ending.Length] : name;
}
