using System.Globalization;
using System.Xml.Linq;
using Restoration.Module.Tests.Metadata;

namespace Restoration.Module.Tests;

/// <summary>What is written has a table and a list, with members that exist, and the table fits into a terminal of 80 columns.</summary>
public sealed class ViewTests
{
    private const int TerminalWidth = 80;
    private const int LeastTextWidth = 12;

    // Members that a cmdlet adds to what the core gives, so that it can be piped on.
    private static readonly string[] Added = ["Mailbox", "Calendar"];

    private static readonly XElement[] Views = [.. XDocument.Load(Checkout.PathOf("module/Restoration.Format.ps1xml")).Descendants("View")];

    private static readonly XElement[] Types = [.. XDocument.Load(Checkout.PathOf("module/Restoration.Types.ps1xml")).Descendants("Type")];

    public static TheoryData<string> Viewed => [.. Views.Select(TypeOf).Distinct()];

    [Fact]
    public void Whatever_is_written_has_views() => Assert.Empty(
        CmdletMetadata.All.SelectMany(cmdlet => cmdlet.OutputTypes).Where(type => type != typeof(void) && type != typeof(bool) && type != typeof(string)).Select(type => type.FullName!)
            .Except(Views.Select(TypeOf)));

    [Theory]
    [MemberData(nameof(Viewed))]
    public void A_type_has_one_table_one_list_and_one_key(string type)
    {
        XElement[] views = [.. Views.Where(view => TypeOf(view) == type)];
        Assert.Equal([$"{type}.Table", $"{type}.List"], views.Select(view => view.Element("Name")!.Value));
        Assert.Single(views[0].Elements("TableControl"));
        Assert.Single(views[1].Elements("ListControl"));
        Assert.Equal(
            ["DefaultDisplayPropertySet", "DefaultKeyPropertySet"],
            Types.Single(element => element.Element("Name")!.Value == type).Descendants("PropertySet").Select(set => set.Element("Name")!.Value));
    }

    [Theory]
    [MemberData(nameof(Viewed))]
    public void Views_name_members_that_exist(string type)
    {
        string[] members =
        [
            .. typeof(Items.Item).Assembly.GetType(type)?.GetProperties().Select(property => property.Name)
                ?? typeof(PowerShell.AsyncCmdlet).Assembly.GetType(type, throwOnError: true)!.GetProperties().Select(property => property.Name),
            .. Added,
        ];
        IEnumerable<string> shown = Views.Where(view => TypeOf(view) == type).SelectMany(Shown);
        IEnumerable<string> kept = Types.Single(element => element.Element("Name")!.Value == type).Descendants("ReferencedProperties").Elements("Name").Select(name => name.Value);
        Assert.Empty(shown.Concat(kept).Except(members));
    }

    [Theory]
    [MemberData(nameof(Viewed))]
    public void A_list_shows_what_the_table_does(string type) => Assert.Empty(
        Shown(Views.Single(view => view.Element("Name")!.Value == $"{type}.Table")).Except(Shown(Views.Single(view => view.Element("Name")!.Value == $"{type}.List"))));

    [Theory]
    [MemberData(nameof(Viewed))]
    public void A_table_fits_into_a_terminal_and_squeezes_no_column(string type)
    {
        XElement table = Views.Single(view => view.Element("Name")!.Value == $"{type}.Table");
        (string Member, int? Width)[] columns =
        [
            .. Shown(table).Zip(table.Descendants("TableColumnHeader").Select(header => header.Element("Width")).Select(width =>
                width is null ? (int?)null : int.Parse(width.Value, CultureInfo.InvariantCulture))),
        ];
        Assert.Equal(columns.Length, table.Descendants("TableColumnHeader").Count());
        Assert.InRange(columns.Length, 2, 6);
        Assert.All(columns, column => Assert.True(column.Width is null || column.Width >= Math.Min(column.Member.Length, LeastTextWidth), column.Member));
        Assert.True(columns.Sum(column => column.Width ?? LeastTextWidth) + columns.Length - 1 <= TerminalWidth);
    }

    private static string TypeOf(XElement view) => view.Element("ViewSelectedBy")!.Element("TypeName")!.Value;

    private static IEnumerable<string> Shown(XElement view) => view.Descendants("PropertyName").Select(name => name.Value);
}
