using System.Collections;
using System.Globalization;
using System.Text.Json;
using Restoration.Items;

namespace Restoration.Console.Output;

/// <summary>Where results go: tables and sentences for people, one JSON document for machines.</summary>
/// <param name="isJson">For machines.</param>
/// <param name="output">Where JSON goes, and stays open; null for standard output.</param>
internal sealed class Printer(bool isJson, Stream? output = null) : IDisposable
{
    private const int FlushAt = 1 << 16;

    public static JsonWriterOptions Options { get; } = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Lazy<Stream> _output = new(() => output ?? new BufferedStream(System.Console.OpenStandardOutput(), FlushAt));

    public bool IsJson => isJson;

    /// <summary>Prints a list.</summary>
    public async Task ListAsync<T>(IAsyncEnumerable<T> things, Shape<T> shape, string nothing)
    {
        if (isJson)
        {
            // A document is printed when it is whole: what fails on the way leaves none.
            using JsonSpool items = new();
            await items.WriteListAsync(things, (json, thing) => JsonValues.WriteObject(json, thing, shape));
            Document("items", items);
            return;
        }

        await PrintTableAsync(things, shape, nothing);
    }

    /// <inheritdoc cref="ListAsync{T}(IAsyncEnumerable{T}, Shape{T}, string)"/>
    public Task ListAsync<T>(IEnumerable<T> things, Shape<T> shape, string nothing) => ListAsync(things.ToAsyncEnumerable(), shape, nothing);

    /// <summary>Prints one thing.</summary>
    public void One<T>(T thing, Shape<T> shape)
    {
        if (isJson)
        {
            using Utf8JsonWriter json = OpenJson();
            JsonValues.WriteObject(json, thing, shape);
            End(json);
            return;
        }

        Screen().Print([.. shape.Fields.Where(field => field.Header != "").Select(field => (field.Header ?? Heading(field.Name), Lines(field.Value(thing))))]);
    }

    /// <summary>Prints one thing as a JSON document whose last member was written before.</summary>
    public void Document<T>(T thing, Shape<T> shape, string lastMember, JsonSpool last)
        => Document(lastMember, last, json => JsonValues.WriteMembers(json, thing, shape));

    private void Document(string lastMember, JsonSpool last, Action<Utf8JsonWriter>? before = null)
    {
        using Utf8JsonWriter json = new(_output.Value, Options with { SkipValidation = true });
        json.WriteStartObject();
        before?.Invoke(json);
        json.WritePropertyName(lastMember);
        json.Flush();
        last.CopyTo(_output.Value);
        json.WriteEndObject();
        End(json);
    }

    /// <summary>Says something to people; machines do not hear it.</summary>
    public void Say(string sentence)
    {
        if (!isJson)
        {
            System.Console.WriteLine(sentence);
        }
    }

    /// <summary>Begins a JSON document on standard output.</summary>
    public Utf8JsonWriter OpenJson() => new(_output.Value, Options);

    /// <summary>Ends a JSON document.</summary>
    public void End(Utf8JsonWriter json)
    {
        json.Flush();
        _output.Value.Write("\n"u8);
        _output.Value.Flush();
    }

    public void Dispose()
    {
        if (output is null && _output.IsValueCreated)
        {
            _output.Value.Dispose();
        }
    }

    /// <summary>A value for people.</summary>
    public static string Text(object? value) => value switch
    {
        null => "",
        string text => Clean(text),
        bool truth => truth ? "yes" : "no",
        DateTimeOffset time => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        CalendarTime time => Text(time),
        JsonElement element => element.GetRawText(),
        JsonMembers { Text: { } text } => Clean(text),
        JsonMembers members => string.Join(", ", members.Members.Select(member => $"{member.Name} {Text(member.Value)}")),
        IEnumerable list => string.Join(", ", list.Cast<object?>().Select(Text)),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    // As in the calendar: the clock, without seconds unless there are any.
    private static string Text(CalendarTime time)
    {
        string clock = time.Local.ToString(time.Local.Second == 0 ? "yyyy-MM-dd HH:mm" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        return time switch
        {
            { Kind: TimeKind.Date } => time.ToString(),
            { Kind: TimeKind.Utc } => $"{clock}Z",
            { Kind: TimeKind.Zoned, Instant: { } instant } => $"{clock} {instant.ToOffset(time.Offset!.Value):zzz}",
            _ => clock,
        };
    }

    // createdBy -> Created by
    private static string Heading(string name) => string.Concat(name.Select((letter, i) => (i, letter) switch
    {
        (0, _) => $"{char.ToUpperInvariant(letter)}",
        (_, >= 'A' and <= 'Z') => $" {char.ToLowerInvariant(letter)}",
        _ => $"{letter}",
    }));

    private static async Task PrintTableAsync<T>(IAsyncEnumerable<T> things, Shape<T> shape, string nothing)
    {
        Field<T>[] columns = [.. shape.Fields.Where(field => !string.IsNullOrEmpty(field.Header))];
        IAsyncEnumerable<string[]> rows = things.Select(thing => columns.Select(column => Text(column.Value(thing))).ToArray());
        if (!await Screen().PrintAsync([.. columns.Select(column => column.Header!)], rows))
        {
            System.Console.WriteLine(nothing);
        }
    }

    private static TextTable Screen() => new(System.Console.Out, Width());

    // COLUMNS is what shells call the width; a file is as wide as its lines.
    private static int? Width()
        => int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), NumberStyles.None, CultureInfo.InvariantCulture, out int columns) && columns > 0 ? columns
            : System.Console.IsOutputRedirected || System.Console.WindowWidth <= 0 ? null
            : System.Console.WindowWidth;

    // A list has a line for each of its members.
    private static IReadOnlyList<string> Lines(object? value)
        => value is IEnumerable list and not string ? [.. list.Cast<object?>().Select(Text)] : [Text(value)];

    // What comes from files and mailboxes may hold what a terminal obeys.
    private static string Clean(string text) => text.AsSpan().IndexOfAnyInRange('\0', '\u001f') < 0 && text.AsSpan().IndexOfAnyInRange('\u007f', '\u009f') < 0
        ? text
        : string.Concat(text.Select(character => char.IsControl(character) ? ' ' : character));
}
