using System.Text.Json;

namespace Restoration.Console.Output;

/// <summary>JSON that waits on the disk for what belongs in front of it. The file has no name any more: a killed process leaves nothing behind.</summary>
internal sealed class JsonSpool : IDisposable
{
    private const int BufferSize = 1 << 16;

    public JsonSpool()
    {
        string path = Path.GetTempFileName();
        Stream = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Delete, BufferSize);
        File.Delete(path);
    }

    /// <summary>Where it is written to.</summary>
    private FileStream Stream { get; }

    /// <summary>Writes a list of things, whose length is not known and may not matter.</summary>
    public async Task WriteListAsync<T>(IAsyncEnumerable<T> things, Action<Utf8JsonWriter, T> write)
    {
        using Utf8JsonWriter json = new(Stream, Printer.Options);
        json.WriteStartArray();
        await foreach (T thing in things)
        {
            write(json, thing);
            if (json.BytesPending > BufferSize)
            {
                await json.FlushAsync();
            }
        }

        json.WriteEndArray();
    }

    /// <summary>Hands it all on.</summary>
    public void CopyTo(Stream output)
    {
        Stream.Position = 0;
        Stream.CopyTo(output, BufferSize);
    }

    public void Dispose() => Stream.Dispose();
}
