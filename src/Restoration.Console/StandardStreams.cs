using Restoration.Failures;

namespace Restoration.Console;

/// <summary>
/// Lets <c>-</c> stand for standard input or output where a file is named. What comes in is put into a file of this run first, because
/// formats are recognised, and time zones looked for, before anything is read; what goes out is copied when it is whole.
/// </summary>
internal sealed class StandardStreams : IDisposable
{
    /// <summary>The name on the command line.</summary>
    public const string Name = "-";

    /// <summary>What messages call standard input.</summary>
    public const string InputName = "standard input";

    private DirectoryInfo? _folder;

    /// <summary>The file that a name on the command line means for reading: its full path, or a copy of standard input.</summary>
    public async ValueTask<string> InputAsync(string path, CancellationToken cancellation)
    {
        if (path != Name)
        {
            return Verbs.FilePaths.Full(path);
        }

        string copy = InFolder("input");
        await using Stream input = System.Console.OpenStandardInput();
        await using FileStream file = new(copy, FileMode.Create, FileAccess.Write);
        await input.CopyToAsync(file, cancellation);
        return file.Length > 0
            ? copy
            : throw new RestorationException(FailureCode.InvalidData, "Standard input is empty. Pipe a file into it, or name one.", InputName);
    }

    /// <summary>The file that a name on the command line means for writing: its full path, or one that goes to standard output.</summary>
    public string Output(string path) => path == Name ? InFolder("output") : Verbs.FilePaths.Full(path);

    /// <summary>Copies a file to standard output, if it was written for it.</summary>
    public async ValueTask SendAsync(string path, string file, CancellationToken cancellation)
    {
        if (path == Name)
        {
            await using FileStream written = new(file, FileMode.Open, FileAccess.Read);
            await using Stream output = System.Console.OpenStandardOutput();
            await written.CopyToAsync(output, cancellation);
        }
    }

    /// <summary>Removes the files of this run.</summary>
    public void Dispose() => _folder?.Delete(recursive: true);

    private string InFolder(string name)
    {
        _folder ??= Directory.CreateTempSubdirectory("restoration-");
        return Path.Combine(_folder.FullName, name);
    }
}
