using System.Text.Json;

namespace Restoration.Console.Tests.Support;

/// <summary>What a run of the program came to.</summary>
internal sealed record Outcome(int Code, string Output, string Error)
{
    /// <summary>The document on standard output: one, and nothing else.</summary>
    public JsonElement Document => Parse(Output);

    /// <summary>The members of <c>items</c>.</summary>
    public JsonElement[] Items => [.. Document.GetProperty("items").EnumerateArray()];

    /// <summary>The error document on standard error.</summary>
    public JsonElement ErrorDocument => Parse(Error).GetProperty("error");

    /// <summary>A count of a run.</summary>
    public long Count(string name) => Document.GetProperty("counts").GetProperty(name).GetInt64();

    /// <summary>The text members of the items.</summary>
    public string[] Texts(string member) => [.. Items.Select(item => item.GetProperty(member).ToString())];

    /// <summary>The run went as it should have.</summary>
    public Outcome Expect(int code)
    {
        Assert.True(Code == code, $"Ended with {Code}, not {code}.\n{Output}\n{Error}");
        Assert.DoesNotContain("   at ", Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Unforeseen", Error, StringComparison.Ordinal);
        return this;
    }

    /// <summary>The run failed with a code, and says so in the error document alone.</summary>
    public JsonElement ExpectError(int exitCode, string code)
    {
        Expect(exitCode);
        Assert.Equal("", Output);
        JsonElement error = ErrorDocument;
        Assert.Equal(["code", "message", "subject"], error.EnumerateObject().Select(member => member.Name));
        Assert.True(code == error.GetProperty("code").GetString(), $"Not {code}: {Error}");
        return error;
    }

    private static JsonElement Parse(string text)
    {
        using JsonDocument document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}
