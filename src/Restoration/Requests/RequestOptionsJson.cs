using System.Buffers;
using System.Text;
using System.Text.Json;
using Restoration.Failures;
using Restoration.Items;
using Restoration.Policies;

namespace Restoration.Requests;

/// <summary>
/// The stored form of <see cref="RequestOptions"/>: what is as it begins is left out. Written member by member, because a serializer
/// takes longer to make itself ready than the rest of a small restore.
/// </summary>
internal static class RequestOptionsJson
{
    public static string Write(RequestOptions options)
    {
        ArrayBufferWriter<byte> buffer = new(512);
        using Utf8JsonWriter writer = new(buffer);
        writer.WriteStartObject();
        WriteMembers(writer, options);
        if (options.Filter != ItemFilter.All)
        {
            writer.WriteStartObject(nameof(options.Filter));
            WriteMembers(writer, options.Filter);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        writer.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static RequestOptions Read(string json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return Read(document.RootElement);
        }
        catch (Exception cause) when (cause is JsonException or InvalidOperationException or FormatException or ArgumentException or KeyNotFoundException)
        {
            throw new RestorationException(FailureCode.StoreCorrupt, "The store is damaged: the options of the request cannot be read. Take the store from a copy, or start a new request.", null, cause);
        }
    }

    private static void WriteMembers(Utf8JsonWriter writer, RequestOptions options)
    {
        Write(writer, nameof(options.Paths), options.Paths);
        Write(writer, nameof(options.SourceFormat), options.SourceFormat);
        Write(writer, nameof(options.SourceName), options.SourceName);
        Write(writer, nameof(options.TimeZone), options.TimeZone);
        Write(writer, nameof(options.Culture), options.Culture);
        Write(writer, nameof(options.Backups), options.Backups.Select(id => id.ToString()));
        Write(writer, nameof(options.Sources), options.Sources);
        Write(writer, nameof(options.IsFrozen), options.IsFrozen);
        Write(writer, nameof(options.Duplicates), options.Duplicates == DuplicateDetection.Exact ? null : options.Duplicates.ToString());
        Write(writer, nameof(options.Only), options.Only == ItemStates.Any ? null : options.Only.ToString());
        if (options.Limit is { } limit)
        {
            writer.WriteNumber(nameof(options.Limit), limit);
        }

        Write(writer, nameof(options.Order), options.Order == ItemOrder.Source ? null : options.Order.ToString());
        Write(writer, nameof(options.Declined), options.Declined);
        Write(writer, nameof(options.Items), options.Items);
        Write(writer, nameof(options.DestinationFormat), options.DestinationFormat);
        Write(writer, nameof(options.Force), options.Force);
        writer.WriteBoolean(nameof(options.IncludeMetadata), options.IncludeMetadata);
    }

    private static void WriteMembers(Utf8JsonWriter writer, ItemFilter filter)
    {
        if (filter.Window is { } window)
        {
            writer.WriteStartObject(nameof(filter.Window));
            writer.WriteString(nameof(window.From), window.From);
            writer.WriteString(nameof(window.To), window.To);
            writer.WriteString(nameof(window.LocalFrom), window.LocalFrom);
            writer.WriteString(nameof(window.LocalTo), window.LocalTo);
            writer.WriteEndObject();
        }

        Write(writer, nameof(filter.Subjects), filter.Subjects);
        Write(writer, nameof(filter.ExcludedSubjects), filter.ExcludedSubjects);
        Write(writer, nameof(filter.Categories), filter.Categories);
        Write(writer, nameof(filter.ExcludedCategories), filter.ExcludedCategories);
        Write(writer, nameof(filter.Uids), filter.Uids);
        Write(writer, nameof(filter.Organizers), filter.Organizers);
        Write(writer, nameof(filter.Attendees), filter.Attendees);
        Write(writer, nameof(filter.Sensitivities), filter.Sensitivities.Select(value => value.ToString()));
        Write(writer, nameof(filter.Kinds), filter.Kinds.Select(kind => kind.ToString()));
        Write(writer, nameof(filter.WholeSeries), filter.WholeSeries);
    }

    private static RequestOptions Read(JsonElement json) => new()
    {
        Paths = Texts(json, nameof(RequestOptions.Paths)),
        SourceFormat = Text(json, nameof(RequestOptions.SourceFormat)),
        SourceName = Text(json, nameof(RequestOptions.SourceName)),
        TimeZone = Text(json, nameof(RequestOptions.TimeZone)),
        Culture = Text(json, nameof(RequestOptions.Culture)),
        Backups = [.. Texts(json, nameof(RequestOptions.Backups)).Select(Guid.Parse)],
        Sources = Texts(json, nameof(RequestOptions.Sources)),
        IsFrozen = Truth(json, nameof(RequestOptions.IsFrozen), false),
        Duplicates = Text(json, nameof(RequestOptions.Duplicates)) is { } duplicates ? Enum.Parse<DuplicateDetection>(duplicates) : DuplicateDetection.Exact,
        Only = Text(json, nameof(RequestOptions.Only)) is { } only ? Enum.Parse<ItemStates>(only) : ItemStates.Any,
        Limit = json.TryGetProperty(nameof(RequestOptions.Limit), out JsonElement limit) ? limit.GetInt32() : null,
        Order = Text(json, nameof(RequestOptions.Order)) is { } order ? Enum.Parse<ItemOrder>(order) : ItemOrder.Source,
        Declined = Numbers(json, nameof(RequestOptions.Declined)),
        Items = Numbers(json, nameof(RequestOptions.Items)),
        DestinationFormat = Text(json, nameof(RequestOptions.DestinationFormat)),
        Force = Truth(json, nameof(RequestOptions.Force), false),
        IncludeMetadata = Truth(json, nameof(RequestOptions.IncludeMetadata), true),
        Filter = json.TryGetProperty(nameof(RequestOptions.Filter), out JsonElement filter) ? ReadFilter(filter) : ItemFilter.All,
    };

    private static ItemFilter ReadFilter(JsonElement json) => new()
    {
        Window = json.TryGetProperty(nameof(ItemFilter.Window), out JsonElement window) ? ReadWindow(window) : null,
        Subjects = Texts(json, nameof(ItemFilter.Subjects)),
        ExcludedSubjects = Texts(json, nameof(ItemFilter.ExcludedSubjects)),
        Categories = Texts(json, nameof(ItemFilter.Categories)),
        ExcludedCategories = Texts(json, nameof(ItemFilter.ExcludedCategories)),
        Uids = Texts(json, nameof(ItemFilter.Uids)),
        Organizers = Texts(json, nameof(ItemFilter.Organizers)),
        Attendees = Texts(json, nameof(ItemFilter.Attendees)),
        Sensitivities = [.. Texts(json, nameof(ItemFilter.Sensitivities)).Select(Enum.Parse<Sensitivity>)],
        Kinds = [.. Texts(json, nameof(ItemFilter.Kinds)).Select(Enum.Parse<ItemKind>)],
        WholeSeries = [.. Texts(json, nameof(ItemFilter.WholeSeries))],
    };

    private static DateWindow ReadWindow(JsonElement json) => new(
        json.GetProperty(nameof(DateWindow.From)).GetDateTimeOffset(),
        json.GetProperty(nameof(DateWindow.To)).GetDateTimeOffset(),
        json.GetProperty(nameof(DateWindow.LocalFrom)).GetDateTime(),
        json.GetProperty(nameof(DateWindow.LocalTo)).GetDateTime());

    private static void Write(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    private static void Write(Utf8JsonWriter writer, string name, bool value)
    {
        if (value)
        {
            writer.WriteBoolean(name, value);
        }
    }

    private static void Write(Utf8JsonWriter writer, string name, IEnumerable<string> values)
        => WriteArray(writer, name, values, (json, value) => json.WriteStringValue(value));

    private static void Write(Utf8JsonWriter writer, string name, IReadOnlyList<long> values)
        => WriteArray(writer, name, values, (json, value) => json.WriteNumberValue(value));

    private static void WriteArray<T>(Utf8JsonWriter writer, string name, IEnumerable<T> values, Action<Utf8JsonWriter, T> write)
    {
        T[] all = [.. values];
        if (all.Length > 0)
        {
            writer.WriteStartArray(name);
            Array.ForEach(all, value => write(writer, value));
            writer.WriteEndArray();
        }
    }

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;

    private static string[] Texts(JsonElement json, string name)
        => json.TryGetProperty(name, out JsonElement values) ? [.. values.EnumerateArray().Select(value => value.GetString() ?? "")] : [];

    private static long[] Numbers(JsonElement json, string name)
        => json.TryGetProperty(name, out JsonElement values) ? [.. values.EnumerateArray().Select(value => value.GetInt64())] : [];

    private static bool Truth(JsonElement json, string name, bool otherwise) => json.TryGetProperty(name, out JsonElement value) ? value.GetBoolean() : otherwise;
}
