using System.Text.Json.Serialization;
using Restoration.Sources;

namespace Restoration.Storage.Sql;

/// <summary>How JSON in columns that each item has is written and read: by code that is made when the program is built.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(FrozenEntry))]
[JsonSerializable(typeof(RecordReference))]
internal sealed partial class StoredJson : JsonSerializerContext;
