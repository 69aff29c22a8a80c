using System.Globalization;
using Restoration.Benchmarks;
using Restoration.Benchmarks.Formats;

// formats [events…] measures the calendar formats.
if (args is ["formats", "--step", var format, var files])
{
    return await FormatReport.RunStepAsync(format, files);
}

if (args is ["formats", .. var events])
{
    return await FormatReport.RunAsync(events.Length > 0 ? [.. events.Select(text => int.Parse(text, CultureInfo.InvariantCulture))] : [100_000, 1_000_000], Console.Out);
}

// [items…] measures whole stories of that many appointments; --step NAME FOLDER ITEMS is one step, in a process of its own.
if (args is ["--step", var name, var folder, var number])
{
    Step step = Story.Steps.Single(candidate => candidate.Name == name);
    Bench bench = new(folder, int.Parse(number, CultureInfo.InvariantCulture));
    await (step.PrepareAsync?.Invoke(bench) ?? Task.CompletedTask);
    Measurement measured = await Measurement.TakeAsync(() => step.RunAsync(bench));
    Console.WriteLine(measured.ToLine());
    return 0;
}

int[] sizes = args.Length > 0 ? [.. args.Select(arg => int.Parse(arg, CultureInfo.InvariantCulture))] : [10_000, 100_000];
return await new Report(Console.Out).RunAsync(sizes);
