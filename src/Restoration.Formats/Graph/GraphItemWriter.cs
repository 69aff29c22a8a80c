using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Restoration.Formats.ICalendar;
using Restoration.Items;
using Restoration.Sources;

namespace Restoration.Formats.Graph;

/// <summary>Writes events one a line, with what only Graph itself sets but a reader wants to know.</summary>
internal sealed class GraphItemWriter(Stream stream) : IItemWriter
{
    private static readonly ICalendarCodec Codec = new();
    private static readonly JsonSerializerOptions Syntax = new() { Encoder = Json.JsonSyntax.Writing.Encoder };

    private bool _isBegun;

    /// <inheritdoc/>
    public async ValueTask WriteAsync(Item item, CancellationToken cancellation)
    {
        string line = (_isBegun ? ",\n" : "{\"value\":[\n") + Format(Codec.Decode(item)).ToJsonString(Syntax);
        _isBegun = true;
        await stream.WriteAsync(Encoding.UTF8.GetBytes(line), cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask CompleteAsync(CancellationToken cancellation)
    {
        await stream.WriteAsync(Encoding.UTF8.GetBytes(_isBegun ? "\n]}\n" : "{\"value\":[]}\n"), cancellation).ConfigureAwait(false);
        await stream.FlushAsync(cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static JsonObject Format(Appointment appointment)
    {
        JsonObject value = GraphDraft.Write(appointment, includeAttendees: true);
        value["iCalUId"] = appointment.Uid;
        value["isCancelled"] = "CANCELLED".Equals(appointment.Status, StringComparison.OrdinalIgnoreCase);
        value["type"] = appointment.RecurrenceId is not null ? "exception" : value.ContainsKey("recurrence") ? "seriesMaster" : "singleInstance";
        if (appointment.Organizer is { } organizer)
        {
            value["organizer"] = new JsonObject { ["emailAddress"] = GraphPeople.WritePerson(organizer) };
        }

        if (appointment.RecurrenceId is { } id)
        {
            value["originalStart"] = GraphTime.Write(id);
        }

        Add("createdDateTime", appointment.Created);
        Add("lastModifiedDateTime", appointment.LastModified);
        return value;

        void Add(string name, DateTimeOffset? instant)
        {
            if (instant is { } moment)
            {
                value[name] = moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
            }
        }
    }
}
