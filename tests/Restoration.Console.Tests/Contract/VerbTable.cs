namespace Restoration.Console.Tests.Contract;

/// <summary>Every verb, with what it cannot do without.</summary>
internal static class VerbTable
{
    private static readonly (string Verb, string[] Needs)[] Verbs =
    [
        ("demo", []),
        ("store status", []),
        ("store upgrade", []),
        ("store downgrade", ["--to"]),
        ("store import", ["FILE"]),
        ("store copy", ["--to"]),
        ("calendar list", []),
        ("calendar create", ["--mailbox"]),
        ("calendar remove", ["--mailbox"]),
        ("calendar import", ["FILE", "--mailbox"]),
        ("calendar export", ["FILE", "--mailbox"]),
        ("mailbox import", ["PATH", "--mailbox"]),
        ("mailbox export", ["PATH", "--mailbox", "--format"]),
        ("mailbox backup", ["--mailbox"]),
        ("mailbox list", []),
        ("mailbox create", ["ID"]),
        ("mailbox folders", ["--mailbox"]),
        ("mailbox remove", ["ID"]),
        ("appointment list", ["--mailbox"]),
        ("appointment remove", ["--mailbox"]),
        ("backup create", ["--mailbox"]),
        ("backup list", []),
        ("backup verify", ["ID"]),
        ("backup compare", ["ID"]),
        ("backup remove", ["ID"]),
        ("backup hold", ["ID"]),
        ("backup scheduler", []),
        ("backup plan list", []),
        ("backup plan show", ["PLAN"]),
        ("backup plan create", ["NAME"]),
        ("backup plan set", ["PLAN"]),
        ("backup plan remove", ["PLAN"]),
        ("backup plan run", ["PLAN"]),
        ("backup plan export", ["PLAN", "--as"]),
        ("restore audit-log", []),
        ("restore file", ["--path"]),
        ("restore backup", ["--source"]),
        ("config list", []),
        ("config show", ["NAME"]),
        ("config create", ["--name", "--source-type", "--source", "--destination-type", "--destination"]),
        ("config set", ["NAME"]),
        ("config remove", ["NAME"]),
        ("config run", ["NAME"]),
        ("config export", ["FILE"]),
        ("config import", ["FILE"]),
        ("user list", []),
        ("user create", ["NAME", "--role"]),
        ("user set", ["NAME"]),
        ("user remove", ["NAME"]),
        ("request list", []),
        ("request show", ["ID"]),
        ("request statistics", ["ID"]),
        ("request resume", ["ID"]),
        ("request undo", ["ID"]),
        ("request new", ["--source-mailbox"]),
        ("request set", ["ID"]),
        ("request suspend", ["ID"]),
        ("request wait", ["ID"]),
        ("request watch", ["ID"]),
        ("request remove", ["ID"]),
        ("worker", []),
        ("audit list", []),
        ("audit verify", []),
        ("audit export", ["FILE"]),
    ];

    /// <summary>The verbs.</summary>
    public static TheoryData<string> All => new(Verbs.Select(row => row.Verb));

    /// <summary>The verbs that need something, and what.</summary>
    public static TheoryData<string, string> Needs
    {
        get
        {
            TheoryData<string, string> data = [];
            foreach ((string verb, string[] needs) in Verbs)
            {
                foreach (string need in needs)
                {
                    data.Add(verb, need);
                }
            }

            return data;
        }
    }

    /// <summary>A command line of a verb with everything that it needs but one.</summary>
    public static string[] Without(string verb, string missing) =>
    [
        .. verb.Split(' '),
        .. Verbs.Single(row => row.Verb == verb).Needs.Where(need => need != missing)
            .SelectMany(need => need.StartsWith("--", StringComparison.Ordinal) ? [need, ValueOf(need)] : new[] { "something" }),
    ];

    private static string ValueOf(string option) => option switch
    {
        "--source-type" or "--destination-type" => "ExportFile",
        "--role" => "Reader",
        _ => "1",
    };
}
