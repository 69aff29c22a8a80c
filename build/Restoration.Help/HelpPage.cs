namespace Restoration.Help;

/// <summary>The help of one cmdlet.</summary>
/// <param name="Name">The cmdlet.</param>
/// <param name="Synopsis">What it does, in one sentence.</param>
/// <param name="Description">What it does, at length.</param>
/// <param name="ParameterSets">The names of its parameter sets, in order.</param>
/// <param name="Examples">How it is used.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="Inputs">What it takes from the pipeline.</param>
/// <param name="Outputs">What it writes.</param>
/// <param name="Notes">What else there is to know.</param>
/// <param name="Links">What to read next.</param>
internal sealed record HelpPage(
    string Name,
    string Synopsis,
    IReadOnlyList<string> Description,
    IReadOnlyList<string> ParameterSets,
    IReadOnlyList<HelpExample> Examples,
    IReadOnlyList<HelpParameter> Parameters,
    IReadOnlyList<HelpType> Inputs,
    IReadOnlyList<HelpType> Outputs,
    IReadOnlyList<string> Notes,
    IReadOnlyList<string> Links);

/// <summary>An example.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Code">The commands.</param>
/// <param name="Remarks">What they do.</param>
internal sealed record HelpExample(string Title, string Code, IReadOnlyList<string> Remarks);

/// <summary>A parameter.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it means.</param>
/// <param name="Blocks">What it is in which parameter sets.</param>
internal sealed record HelpParameter(string Name, IReadOnlyList<string> Description, IReadOnlyList<IReadOnlyDictionary<string, string>> Blocks)
{
    /// <summary>What the parameter is in a set; null if the set does not have it.</summary>
    public IReadOnlyDictionary<string, string>? In(string set)
        => Blocks.FirstOrDefault(block => block["Parameter Sets"] == "(All)" || block["Parameter Sets"].Split(", ").Contains(set));
}

/// <summary>A type that goes in or comes out.</summary>
/// <param name="Name">The type.</param>
/// <param name="Description">What it is here.</param>
internal sealed record HelpType(string Name, IReadOnlyList<string> Description);
