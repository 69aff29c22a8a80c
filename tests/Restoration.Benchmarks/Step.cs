namespace Restoration.Benchmarks;

/// <summary>One thing that is measured.</summary>
/// <param name="Name">Its name in the table.</param>
/// <param name="RunAsync">Does it, and says how many items it did it to.</param>
/// <param name="PrepareAsync">What has to be there before, and is not measured.</param>
internal sealed record Step(string Name, Func<Bench, Task<long>> RunAsync, Func<Bench, Task>? PrepareAsync = null);
