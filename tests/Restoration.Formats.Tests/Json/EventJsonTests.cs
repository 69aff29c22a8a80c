using System.Buffers;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Restoration.Formats.Json;
using Restoration.Formats.Json.Events;
using Restoration.Formats.Tests.ICalendar;
using Restoration.Formats.Tests.Properties;
using Restoration.Items;
using Restoration.Sources;

namespace Restoration.Formats.Tests.Json;

public sealed class EventJsonTests
{
    [Fact]
    public void An_item_written_as_JSON_is_read_the_same_again() => Prop.ForAll(RandomCalendars.Arbitrary, calendar =>
    {
        using EventItemReader reader = new(new ReadOptions { FileName = "test.json" });
        foreach (Item item in IcsFile.Read(calendar.Text).Items)
        {
            string json = Write(item);
            Item? again = reader.Read(Encoding.UTF8.GetBytes(json));
            Assert.True(again is not null, reader.Fault + "\n" + json);
            Assert.True(item.ComparisonHash == again.ComparisonHash, Encoding.UTF8.GetString(item.Content.Span) + "\n" + json + "\n" + Encoding.UTF8.GetString(again.Content.Span));
            Assert.Equal(item.Key, again.Key);
        }
    }).CheckSeeded(1500);

    private static string Write(Item item)
    {
        ArrayBufferWriter<byte> output = new();
        using EventItemWriter writer = new(includeMetadata: true);
        using Utf8JsonWriter json = new(output, JsonSyntax.Writing);
        writer.Write(json, output, item);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
