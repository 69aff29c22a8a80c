using System.Runtime.CompilerServices;
using System.Text.Json;
using Restoration.Failures;
using Restoration.Formats.Json;
using Restoration.Formats.Mailboxes.Reading;
using Restoration.Formats.Text;
using Restoration.Sources;

namespace Restoration.Formats.Mailboxes.Json;

/// <summary>JSON of Microsoft Graph, and what <see cref="Writing.JsonMailboxWriter"/> writes.</summary>
internal static class GraphReader
{
    /// <summary>Reads the file.</summary>
    public static async IAsyncEnumerable<MailboxEntry> ReadAsync(MailFile file, [EnumeratorCancellation] CancellationToken cancellation)
    {
        TextInput input = await TextInput.OpenAsync(file.Stream, file.Name, cancellation).ConfigureAwait(false);
        await using (input.ConfigureAwait(false))
        {
            using GraphScanner scanner = new(input.Stream, file.Name, file.Limits);
            GraphFolders folders = new(file.Place.Folder);
            bool goes = true;
            while (goes)
            {
                Finding? broken = null;
                try
                {
                    goes = await scanner.ReadAsync(cancellation).ConfigureAwait(false);
                }
                catch (JsonException)
                {
                    goes = false;
                    broken = new Finding(Severity.Error, FailureCode.ParserError, "the text is no JSON from here on: the file is damaged or cut off, and the rest of it cannot be read. Copy it again.") { File = file.Name, Line = scanner.Line };
                }

                if (broken is not null)
                {
                    yield return new MailboxEntry { Finding = broken };
                }

                if (goes)
                {
                    await foreach (MailboxEntry entry in ReadObjectAsync(file, scanner, folders, cancellation).ConfigureAwait(false))
                    {
                        yield return entry;
                    }
                }
            }
        }
    }

    private static async IAsyncEnumerable<MailboxEntry> ReadObjectAsync(
        MailFile file, GraphScanner scanner, GraphFolders folders, [EnumeratorCancellation] CancellationToken cancellation)
    {
        string name = $"{file.Name}, line {scanner.Line}";
        using JsonDocument document = JsonDocument.Parse(scanner.Current, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        JsonElement value = document.RootElement;
        GraphKind kind = GraphKinds.Of(value, scanner.Frames);
        IReadOnlyList<string> folder = folders.Of(value, scanner.Frames);
        switch (kind)
        {
            case GraphKind.Folder:
                folders.Learn(value, scanner.Frames);
                break;
            case GraphKind.Nothing:
                break;
            case GraphKind.Event:
                await foreach (MailboxEntry entry in ReadEventAsync(file, name, scanner.Current, folder, cancellation).ConfigureAwait(false))
                {
                    yield return entry;
                }

                break;
            case GraphKind.Unknown:
                yield return file.Say(Severity.Error, FailureCode.ParserError, "the object is neither a message nor a contact, an event or a task; it was left out.", scanner.Line);
                break;
            default:
                yield return Make(file, kind, value, scanner, folder);
                break;
        }
    }

    private static MailboxEntry Make(MailFile file, GraphKind kind, JsonElement value, GraphScanner scanner, IReadOnlyList<string> folder)
    {
        try
        {
            return new MailboxEntry { Folder = folder, Item = GraphItems.Make(kind, value, scanner.Current.Span) };
        }
        catch (Exception cause) when (cause is FormatException or InvalidOperationException or RestorationException)
        {
            return file.Say(Severity.Error, FailureCode.ParserError, $"the object cannot be read and was left out: {cause.Message}", scanner.Line, JsonFactsOf(value));
        }
    }

    private static string? JsonFactsOf(JsonElement value) => Messages.JsonFacts.First(value, "subject", "internetMessageId", "displayName", "id");

    private static async IAsyncEnumerable<MailboxEntry> ReadEventAsync(
        MailFile file, string name, ReadOnlyMemory<byte> json, IReadOnlyList<string> folder, [EnumeratorCancellation] CancellationToken cancellation)
    {
        IItemReader reader = new JsonFormat().OpenReader(new MemoryStream(json.ToArray()), new ReadOptions { FileName = name, TimeZone = "UTC", Limits = file.Limits });
        await using (reader.ConfigureAwait(false))
        {
            await foreach (ReadItem read in reader.ReadAsync(cancellation).ConfigureAwait(false))
            {
                yield return new MailboxEntry { Folder = folder, Item = read.Item, Finding = read.Finding };
            }
        }
    }
}
