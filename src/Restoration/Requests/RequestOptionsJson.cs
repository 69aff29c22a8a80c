using System.Buffers;
using System.Text;
using System.Text.Json;
using Restoration.Failures;
using Restoration.Items;
using Restoration.Policies;
using Restoration.Requests.MailboxRestores;
using static Restoration.Requests.JsonMembers;

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
        if (options.MailboxRestore is { } restore)
        {
            writer.WriteStartObject(nameof(options.MailboxRestore));
            WriteMembers(writer, restore);
            writer.WriteEndObject();
        }

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
        WriteMember(writer, nameof(options.Paths), options.Paths);
        WriteMember(writer, nameof(options.SourceFormat), options.SourceFormat);
        WriteMember(writer, nameof(options.SourceName), options.SourceName);
        WriteMember(writer, nameof(options.TimeZone), options.TimeZone);
        WriteMember(writer, nameof(options.Culture), options.Culture);
        WriteMember(writer, nameof(options.Backups), options.Backups.Select(id => id.ToString()));
        WriteMember(writer, nameof(options.Sources), options.Sources);
        WriteMember(writer, nameof(options.IsFrozen), options.IsFrozen);
        WriteMember(writer, nameof(options.Duplicates), options.Duplicates == DuplicateDetection.Exact ? null : options.Duplicates.ToString());
        WriteMember(writer, nameof(options.Only), options.Only == ItemStates.Any ? null : options.Only.ToString());
        if (options.Limit is { } limit)
        {
            writer.WriteNumber(nameof(options.Limit), limit);
        }

        WriteMember(writer, nameof(options.Order), options.Order == ItemOrder.Source ? null : options.Order.ToString());
        WriteMember(writer, nameof(options.Declined), options.Declined);
        WriteMember(writer, nameof(options.Items), options.Items);
        WriteMember(writer, nameof(options.DestinationFormat), options.DestinationFormat);
        WriteMember(writer, nameof(options.Force), options.Force);
        writer.WriteBoolean(nameof(options.IncludeMetadata), options.IncludeMetadata);
    }

    private static void WriteMembers(Utf8JsonWriter writer, MailboxRestoreOptions options)
    {
        WriteMember(writer, nameof(options.IncludeFolders), options.IncludeFolders);
        WriteMember(writer, nameof(options.ExcludeFolders), options.ExcludeFolders);
        WriteMember(writer, nameof(options.ExcludeDumpster), options.ExcludeDumpster);
        WriteMember(writer, nameof(options.ContentFilter), options.ContentFilter);
        WriteMember(writer, nameof(options.ContentFilterLanguage), options.ContentFilterLanguage);
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

        WriteMember(writer, nameof(filter.Subjects), filter.Subjects);
        WriteMember(writer, nameof(filter.ExcludedSubjects), filter.ExcludedSubjects);
        WriteMember(writer, nameof(filter.Categories), filter.Categories);
        WriteMember(writer, nameof(filter.ExcludedCategories), filter.ExcludedCategories);
        WriteMember(writer, nameof(filter.Uids), filter.Uids);
        WriteMember(writer, nameof(filter.Organizers), filter.Organizers);
        WriteMember(writer, nameof(filter.Attendees), filter.Attendees);
        WriteMember(writer, nameof(filter.Sensitivities), filter.Sensitivities.Select(value => value.ToString()));
        WriteMember(writer, nameof(filter.Kinds), filter.Kinds.Select(kind => kind.ToString()));
        WriteMember(writer, nameof(filter.WholeSeries), filter.WholeSeries);
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
        MailboxRestore = json.TryGetProperty(nameof(RequestOptions.MailboxRestore), out JsonElement restore) ? ReadMailboxRestore(restore) : null,
        Filter = json.TryGetProperty(nameof(RequestOptions.Filter), out JsonElement filter) ? ReadFilter(filter) : ItemFilter.All,
    };

    private static MailboxRestoreOptions ReadMailboxRestore(JsonElement json) => new()
    {
        IncludeFolders = Texts(json, nameof(MailboxRestoreOptions.IncludeFolders)),
        ExcludeFolders = Texts(json, nameof(MailboxRestoreOptions.ExcludeFolders)),
        ExcludeDumpster = Truth(json, nameof(MailboxRestoreOptions.ExcludeDumpster), false),
        ContentFilter = Text(json, nameof(MailboxRestoreOptions.ContentFilter)),
        ContentFilterLanguage = Text(json, nameof(MailboxRestoreOptions.ContentFilterLanguage)),
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
}
