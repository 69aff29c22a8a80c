using System.Collections;
using System.Globalization;
using System.Text.Json;
using Restoration.Items;
using Spectre.Console;

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
            // What cannot be listed at all is an error, and no document that has begun.
            await using IAsyncEnumerator<T> all = things.GetAsyncEnumerator();
            bool isMore = await all.MoveNextAsync();
            using Utf8JsonWriter json = OpenJson();
            json.WriteStartObject();
            json.WriteStartArray("items");
            for (; isMore; isMore = await all.MoveNextAsync())
            {
                JsonValues.WriteObject(json, all.Current, shape);
                FlushFull(json);
            }

            json.WriteEndArray();
            json.WriteEndObject();
            End(json);
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

        Grid grid = new();
        grid.AddColumn(new GridColumn { NoWrap = true, Padding = new Padding(0, 0, 2, 0) });
        grid.AddColumn();
        foreach (Field<T> field in shape.Fields.Where(field => field.Header != ""))
        {
            grid.AddRow(Markup.Escape(field.Header ?? Heading(field.Name)), Markup.Escape(Text(field.Value(thing))));
        }

        AnsiConsole.Write(grid);
    }

    /// <summary>Prints one thing as a JSON document whose last member was written before.</summary>
    public void Document<T>(T thing, Shape<T> shape, string lastMember, JsonSpool last)
    {
        using Utf8JsonWriter json = new(_output.Value, Options with { SkipValidation = true });
        json.WriteStartObject();
        JsonValues.WriteMembers(json, thing, shape);
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

    /// <summary>Hands on what has gathered, so that a long document does not gather in memory.</summary>
    public static void FlushFull(Utf8JsonWriter json)
    {
        if (json.BytesPending > FlushAt)
        {
            json.Flush();
        }
    }

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
        string text => text,
        bool truth => truth ? "yes" : "no",
        DateTimeOffset time => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        CalendarTime time => Text(time),
        JsonElement element => element.GetRawText(),
        JsonMembers { Text: { } text } => text,
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
        Table table = new() { Border = TableBorder.Simple };
        foreach (Field<T> column in columns)
        {
            table.AddColumn(new TableColumn(Markup.Escape(column.Header!)));
        }

        await foreach (T thing in things)
        {
            table.AddRow(columns.Select(column => Markup.Escape(Text(column.Value(thing)))).ToArray());
        }

        if (table.Rows.Count == 0)
        {
            System.Console.WriteLine(nothing);
        }
        else
        {
            AnsiConsole.Write(table);
        }
    }
}
