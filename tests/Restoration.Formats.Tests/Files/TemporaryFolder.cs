namespace Restoration.Formats.Tests.Files;

/// <summary>A folder of one test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("restoration-tests-");

    /// <summary>The path of a name in it.</summary>
    public string this[string name] => Path.Combine(_folder.FullName, name);

    /// <summary>Makes a file, with the folders that it lies in.</summary>
    public string Add(string name, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[name])!);
        File.WriteAllBytes(this[name], content);
        return this[name];
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
