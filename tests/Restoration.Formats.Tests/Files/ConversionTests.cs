using System.IO.Compression;
using System.Text;
using Restoration.Failures;
using Restoration.Files;
using Restoration.Formats.ICalendar;
using Restoration.Formats.Tests.ICalendar;
using Restoration.Items;
using Restoration.Sources;

namespace Restoration.Formats.Tests.Files;

public sealed class ConversionTests : IDisposable
{
    private static readonly FormatCatalog Formats = new([new ICalendarFormat()]);
    private static readonly byte[] Good = Encoding.UTF8.GetBytes(IcsFile.Wrap("DTSTART:20261103T090000Z", "SUMMARY:Dentist"));
    private static readonly byte[] Cut = Good[..^30];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_file_becomes_a_file()
    {
        ConvertedFile outcome = Assert.Single(await ConvertAsync(_folder.Add("a.ics", Good), _folder["b.ics"]));

        Assert.True(outcome.IsWhole);
        Assert.Equal(("ICS", "ICS", 1), (outcome.SourceFormat, outcome.TargetFormat, outcome.ItemCount));
        Assert.Contains("SUMMARY:Dentist", await File.ReadAllTextAsync(_folder["b.ics"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_keeps_its_places_and_a_broken_file_stops_nothing()
    {
        _folder.Add("in/a.ics", Good);
        _folder.Add("in/deep/b.txt", Good);
        _folder.Add("in/deep/broken.ics", Encoding.UTF8.GetBytes("no calendar"));
        _folder.Add("in/z.ics", Cut);

        IReadOnlyList<ConvertedFile> outcomes = await ConvertAsync(_folder["in"], _folder["out"], to: "ics");

        Assert.Equal([null, null, FailureCode.UnsupportedFormat, null], outcomes.Select(outcome => outcome.Failure));
        Assert.Equal([true, true, false, false], outcomes.Select(outcome => outcome.IsWhole));
        Assert.True(File.Exists(_folder["out/deep/b.ics"]));
        Assert.Equal(3, Directory.GetFiles(_folder["out"], "*", SearchOption.AllDirectories).Length);
    }

    [Fact]
    public async Task A_wildcard_names_files_of_one_folder()
    {
        _folder.Add("in/a.ics", Good);
        _folder.Add("in/b.ics", Good);
        _folder.Add("in/c.vcs", Good);

        Assert.Equal(2, (await ConvertAsync(_folder["in/*.ics"], _folder["out"], to: "ics")).Count);
    }

    [Fact]
    public async Task Two_sources_never_share_a_target()
    {
        _folder.Add("in/a.ics", Good);
        _folder.Add("in/a.vcs", Good);

        IReadOnlyList<ConvertedFile> outcomes = await ConvertAsync(_folder["in"], _folder["out"], to: "ics", force: true);

        Assert.Equal([null, FailureCode.AlreadyExists], outcomes.Select(outcome => outcome.Failure));
    }

    [Fact]
    public async Task A_file_that_exists_is_kept_unless_told_otherwise()
    {
        string source = _folder.Add("a.ics", Good);
        string target = _folder.Add("b.ics", [1]);

        Assert.Equal(FailureCode.FileExists, Assert.Single(await ConvertAsync(source, target)).Failure);
        Assert.Equal([1], await File.ReadAllBytesAsync(target));
        Assert.Null(Assert.Single(await ConvertAsync(source, target, force: true)).Failure);
    }

    [Fact]
    public async Task Gzip_goes_in_and_out_by_name()
    {
        ConvertedFile packed = Assert.Single(await ConvertAsync(_folder.Add("a.ics", Good), _folder["b.ics.gz"]));
        ConvertedFile unpacked = Assert.Single(await ConvertAsync(_folder["b.ics.gz"], _folder["c.ics"]));

        Assert.Equal((1, 1), (packed.ItemCount, unpacked.ItemCount));
        Assert.Equal([0x1f, 0x8b], (await File.ReadAllBytesAsync(_folder["b.ics.gz"]))[..2]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(60)]
    public async Task Gzip_that_was_cut_off_leaves_no_target(int missing)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionMode.Compress, leaveOpen: true))
        {
            gzip.Write(Good);
        }

        ConvertedFile outcome = Assert.Single(await ConvertAsync(_folder.Add("a.ics.gz", packed.ToArray()[..^missing]), _folder["b.ics"]));

        Assert.Equal(FailureCode.InvalidData, outcome.Failure);
        Assert.False(File.Exists(_folder["b.ics"]));
    }

    [Fact]
    public void A_folder_needs_a_format()
        => Assert.Equal(
            FailureCode.InvalidArgument,
            Assert.Throws<RestorationException>(() => new ConversionPlan(Formats).Make(_folder.Add("in/a.ics", Good), _folder["out/"], null)).Code);

    [Fact]
    public void Nothing_to_convert_is_an_error()
        => Assert.Equal(
            FailureCode.FileNotFound,
            Assert.Throws<RestorationException>(() => new ConversionPlan(Formats).Make(_folder["*.ics"], _folder["out"], "ics")).Code);

    private static async Task<IReadOnlyList<ConvertedFile>> ConvertAsync(string source, string target, string? to = null, bool force = false)
    {
        ConversionService service = new(Formats, TimeProvider.System, new RandomIds());
        List<ConvertedFile> outcomes = [];
        await foreach (ConvertedFile outcome in service.ConvertAsync(
            new ConversionPlan(Formats).Make(source, target, to), new ConversionOptions { To = to, Force = force }, CancellationToken.None))
        {
            outcomes.Add(outcome);
        }

        return outcomes;
    }

    private sealed class RandomIds : IdentifierSource
    {
        public override Guid NewId() => Guid.NewGuid();
    }
}
