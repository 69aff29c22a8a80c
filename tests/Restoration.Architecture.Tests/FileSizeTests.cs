namespace Restoration.Architecture.Tests;

/// <summary>A file that grows past four hundred lines is two ideas.</summary>
public sealed class FileSizeTests
{
    [Theory]
    [InlineData("src")]
    [InlineData("tests")]
    [InlineData("build")]
    public void Files_are_small(string folder)
    {
        List<(int Lines, string File)> files = [.. Repository.CodeFiles(folder).Select(file => (File.ReadLines(file).Count(), file)).Order()];
        Assert.DoesNotContain(files, file => file.Lines > 400);
        Assert.InRange(files[files.Count / 2].Lines, 1, 90);
        Assert.InRange(files[files.Count * 9 / 10].Lines, 1, 220);
    }

    [Fact]
    public void Cmdlets_are_thin() =>
        Assert.DoesNotContain(Repository.CodeFiles("src/Restoration.PowerShell/Commands"), file => File.ReadLines(file).Count() > 120);
}
