using System.Globalization;
using Restoration.Fuzz;

// --minutes N: how long. --seed S: another row of cases. --case S:N: one case again, with its exception. Findings are saved in ./fuzz.
Dictionary<string, string> options = [];
for (int index = 0; index + 1 < args.Length; index += 2)
{
    options[args[index]] = args[index + 1];
}

Corpus corpus = Corpus.Load();
if (options.TryGetValue("--case", out string? one))
{
    string[] numbers = one.Split(':');
    FuzzCase again = new Mutator(corpus).Make(ulong.Parse(numbers[0], CultureInfo.InvariantCulture), long.Parse(numbers[1], CultureInfo.InvariantCulture));
    Findings.Save(again, "case");
    again.Target.Run(again.Input);
    return 0;
}

double minutes = double.Parse(options.GetValueOrDefault("--minutes", "10"), CultureInfo.InvariantCulture);
ulong seed = ulong.Parse(options.GetValueOrDefault("--seed", "1"), CultureInfo.InvariantCulture);
return new Run(corpus, seed, TimeSpan.FromMinutes(minutes)).Go(Console.Out);
