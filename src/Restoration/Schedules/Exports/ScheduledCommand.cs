namespace Restoration.Schedules.Exports;

/// <summary>What another scheduler is to run, and when.</summary>
/// <param name="Name">What it is called there.</param>
/// <param name="Schedule">When.</param>
/// <param name="Program">The program.</param>
/// <param name="Arguments">Its arguments, each as it is, without quotes.</param>
public sealed record ScheduledCommand(string Name, Schedule Schedule, string Program, IReadOnlyList<string> Arguments);
