using System.Text.Json;

namespace Restoration.Console.Verbs.Demo;

/// <summary>One step of the demo.</summary>
/// <param name="At">What the clock shows.</param>
/// <param name="Title">What happens.</param>
/// <param name="Arguments">The command line.</param>
internal sealed record DemoStep(DateTimeOffset At, string Title, params string[] Arguments)
{
    /// <summary>The backup that the calendar has to be the same as, after the step.</summary>
    public string? SameAs { get; init; }
}

/// <summary>A step that was played.</summary>
/// <param name="Step">The step.</param>
/// <param name="Succeeded">Whether it did what it should have.</param>
/// <param name="ExitCode">What the verb returned.</param>
/// <param name="Output">Its JSON document.</param>
internal sealed record PlayedStep(DemoStep Step, bool Succeeded, int ExitCode, byte[] Output)
{
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("title", Step.Title);
        json.WriteStartArray("command");
        foreach (string argument in Step.Arguments)
        {
            json.WriteStringValue(argument);
        }

        json.WriteEndArray();
        json.WriteBoolean("succeeded", Succeeded);
        json.WriteNumber("exitCode", ExitCode);
        json.WritePropertyName("output");
        json.WriteRawValue(Output);
        json.WriteEndObject();
    }
}
