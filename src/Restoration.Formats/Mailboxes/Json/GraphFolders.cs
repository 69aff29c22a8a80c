using System.Text.Json;
using Restoration.Formats.Messages;

namespace Restoration.Formats.Mailboxes.Json;

/// <summary>In which folder the objects of a file are: by what they say, by the folders around them, by the address of the page.</summary>
/// <param name="outside">The folder that the file itself stands for.</param>
internal sealed class GraphFolders(IReadOnlyList<string> outside)
{
    private readonly Dictionary<string, IReadOnlyList<string>> _byId = new(StringComparer.Ordinal);

    /// <summary>Remembers a folder by its id, for the messages that name it.</summary>
    public void Learn(JsonElement folder, IReadOnlyCollection<GraphFrame> frames)
    {
        if (JsonFacts.First(folder, "id") is { } id && JsonFacts.First(folder, "displayName", "name") is { } name)
        {
            IReadOnlyList<string> parent = JsonFacts.First(folder, "parentFolderId") is { } parentId && _byId.TryGetValue(parentId, out IReadOnlyList<string>? known) ? known : Around(frames);
            _byId[id] = [.. parent, name];
        }
    }

    /// <summary>The folder of an object.</summary>
    public IReadOnlyList<string> Of(JsonElement value, IReadOnlyCollection<GraphFrame> frames)
    {
        if (JsonFacts.First(value, "folder", "folderPath", "parentFolderPath") is { } path)
        {
            return path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        }

        if (JsonFacts.First(value, "parentFolderId") is { } id && _byId.TryGetValue(id, out IReadOnlyList<string>? known))
        {
            return known;
        }

        IReadOnlyList<string> around = Around(frames);
        return around.Count > 0 ? around : OfContext(frames) is { } named ? [named] : outside;
    }

    private static string[] Around(IReadOnlyCollection<GraphFrame> frames)
        => [.. frames.Reverse().Select(frame => frame.Texts.GetValueOrDefault("displayName") ?? "").Where(name => name.Length > 0)];

    // …/$metadata#users('alice')/mailFolders('Inbox')/messages
    private static string? OfContext(IReadOnlyCollection<GraphFrame> frames)
    {
        string context = frames.FirstOrDefault(frame => frame.Texts.ContainsKey("@odata.context"))?.Texts["@odata.context"] ?? "";
        int start = context.IndexOf("mailFolders('", StringComparison.OrdinalIgnoreCase);
        int end = start < 0 ? -1 : context.IndexOf("')", start, StringComparison.Ordinal);
        string name = end < 0 ? "" : Uri.UnescapeDataString(context[(start + "mailFolders('".Length)..end]);

        // An id is longer than any name, and says nothing.
        return name.Length is 0 or > 64 ? null : name;
    }
}
