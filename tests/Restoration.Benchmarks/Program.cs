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

// mailbox [messages…] measures a mailbox that is merged into one with half of it present, beside a plain copy of the same rows and bytes.
if (args is ["mailbox", "--step", var part, var place, var messages])
{
    return await RunStepAsync(MailboxStory.Steps, part, place, messages);
}

if (args is ["mailbox", .. var counts])
{
    int[] messageCounts = counts.Length > 0 ? [.. counts.Select(text => int.Parse(text, CultureInfo.InvariantCulture))] : [1_000, 4_000];
    return await new Report(Console.Out, MailboxStory.Steps, ["mailbox"], MessageText.Size).RunAsync(messageCounts);
}

// workers ADDRESS [requests] measures eight workers on a PostgreSQL store beside one.
if (args is ["workers", var address, .. var queued])
{
    return await new WorkerStory(address, Console.Out).RunAsync(queued is [var text] ? int.Parse(text, CultureInfo.InvariantCulture) : 200);
}

// [items…] measures whole stories of that many appointments; --step NAME FOLDER ITEMS is one step, in a process of its own.
if (args is ["--step", var name, var folder, var number])
{
    return await RunStepAsync(Story.Steps, name, folder, number);
}

int[] sizes = args.Length > 0 ? [.. args.Select(arg => int.Parse(arg, CultureInfo.InvariantCulture))] : [10_000, 100_000];
return await new Report(Console.Out, Story.Steps, [], null).RunAsync(sizes);

static async Task<int> RunStepAsync(IReadOnlyList<Step> steps, string name, string folder, string number)
{
    Step step = steps.Single(candidate => candidate.Name == name);
    Bench bench = new(folder, int.Parse(number, CultureInfo.InvariantCulture));
    await (step.PrepareAsync?.Invoke(bench) ?? Task.CompletedTask);
    Measurement measured = await Measurement.TakeAsync(() => step.RunAsync(bench));
    Console.WriteLine(measured.ToLine());
    return 0;
}
