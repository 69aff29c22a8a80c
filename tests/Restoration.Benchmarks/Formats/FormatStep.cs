namespace Restoration.Benchmarks.Formats;

/// <summary>One thing that is measured, in a process of its own.</summary>
/// <param name="Name">Its name in the table.</param>
/// <param name="RunAsync">Does it to the files of a folder.</param>
internal sealed record FormatStep(string Name, Func<FormatFolder, Task<FormatWork>> RunAsync);
