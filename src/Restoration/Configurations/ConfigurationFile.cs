using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Restoration.Destinations;
using Restoration.Failures;
using Restoration.Mailboxes;
using Restoration.Sources;

namespace Restoration.Configurations;

/// <summary>Configurations in a file, to take them to another store: one JSON document. Users, numbers and times stay behind.</summary>
public sealed class ConfigurationFile(Workspace workspace, ConfigurationService configurations)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(null, allowIntegerValues: false) },
    };

    /// <summary>Writes configurations to a file that appears whole or not at all.</summary>
    public async ValueTask<ExportedFile> WriteAsync(
        string path, bool force, IReadOnlyList<RestorationConfiguration> exported, CancellationToken cancellation)
    {
        AtomicFile file = AtomicFile.Create(path, force, workspace.Identifiers.NewId());
        await using (file.ConfigureAwait(false))
        {
            Document document = new([.. exported.Select(Entry.Of)]);
            await AtomicFile.Guard(path, async () =>
                await JsonSerializer.SerializeAsync(file.Stream, document, Json, cancellation).ConfigureAwait(false)).ConfigureAwait(false);
            long size = file.Stream.Position;
            await file.CommitAsync(cancellation).ConfigureAwait(false);
            return new ExportedFile(path, "JSON", exported.Count, size);
        }
    }

    /// <summary>Saves the configurations of a file for the acting user, all or none.</summary>
    /// <exception cref="RestorationException"><see cref="FailureCode.InvalidData"/>: the file holds no configurations.</exception>
    public async ValueTask<IReadOnlyList<RestorationConfiguration>> ReadAsync(string path, CancellationToken cancellation)
    {
        IReadOnlyList<Entry> entries = await ParseAsync(path, cancellation).ConfigureAwait(false);
        return await configurations.AddAsync([.. entries.Select(entry => entry.ToDraft())], cancellation).ConfigureAwait(false);
    }

    private static async ValueTask<IReadOnlyList<Entry>> ParseAsync(string path, CancellationToken cancellation)
    {
        Stream stream = await InputFile.OpenAsync(path, cancellation).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            try
            {
                Document? document = await JsonSerializer.DeserializeAsync<Document>(stream, Json, cancellation).ConfigureAwait(false);
                return document?.Configurations ?? throw Invalid(path, "it has no 'configurations'", null);
            }
            catch (JsonException cause)
            {
                throw Invalid(path, cause.Message, cause);
            }
        }
    }

    private static RestorationException Invalid(string path, string what, Exception? cause)
        => new(FailureCode.InvalidData, $"The file '{path}' holds no configurations: {what}", path, cause);

    private sealed record Document(IReadOnlyList<Entry>? Configurations);

    private sealed record Entry
    {
        public required string Name { get; init; }

        public string? Description { get; init; }

        public required SourceType SourceType { get; init; }

        public required JsonElement Source { get; init; }

        public required DestinationType DestinationType { get; init; }

        public required JsonElement Destination { get; init; }

        public JsonElement? Policy { get; init; }

        public bool IsActive { get; init; } = true;

        public static Entry Of(RestorationConfiguration configuration) => new()
        {
            Name = configuration.Name,
            Description = configuration.Description,
            SourceType = configuration.SourceType,
            Source = JsonSerializer.Deserialize<JsonElement>(configuration.Source),
            DestinationType = configuration.DestinationType,
            Destination = JsonSerializer.Deserialize<JsonElement>(configuration.Destination),
            Policy = configuration.Policy is null ? null : JsonSerializer.Deserialize<JsonElement>(configuration.Policy),
            IsActive = configuration.IsActive,
        };

        public ConfigurationDraft ToDraft() => new()
        {
            Name = Name,
            Description = Description,
            SourceType = SourceType,
            Source = Source.GetRawText(),
            DestinationType = DestinationType,
            Destination = Destination.GetRawText(),
            Policy = Policy?.GetRawText(),
            IsActive = IsActive,
        };
    }
}
