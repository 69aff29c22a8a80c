using System.Text.Json;
using Restoration.Formats.Tables;

namespace Restoration.Formats.Json;

/// <summary>Reads an object whose members are the columns of a table.</summary>
internal static class JsonRow
{
    /// <summary>Makes a row of an object.</summary>
    public static TableRow Read(JsonElement value)
    {
        JsonProperty[] members = [.. value.EnumerateObject()];
        return TableHeader.Read([.. members.Select(member => member.Name)]).Row(index => TextOf(members[index].Value));
    }

    private static string TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Null or JsonValueKind.Undefined => "",
        _ => value.GetRawText(),
    };
}
