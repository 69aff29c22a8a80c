using System.Runtime.CompilerServices;
using Restoration.Formats.Text;
using Restoration.Sources;

namespace Restoration.Formats.Json;

/// <summary>Reads the appointments of a JSON file of any of the shapes that are known, holding one at a time.</summary>
internal sealed class JsonItemReader(Stream stream, ReadOptions options) : IItemReader
{
    private readonly JsonFile _file = new(options);

    /// <inheritdoc/>
    public CalendarInfo Info => _file.Info;

    /// <inheritdoc/>
    public async IAsyncEnumerable<ReadItem> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        TextInput input = await TextInput.OpenAsync(stream, options.FileName, cancellation).ConfigureAwait(false);
        await using (input.ConfigureAwait(false))
        {
            using JsonScanner scanner = new(input.Stream, options);
            JsonPart part;
            do
            {
                part = await scanner.ReadAsync(cancellation).ConfigureAwait(false);
                _file.Take(part, scanner);
                for (int i = 0; i < _file.Pending.Count; i++)
                {
                    yield return _file.Pending[i];
                }

                _file.Pending.Clear();
            }
            while (part != JsonPart.End);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _file.Dispose();
        return ValueTask.CompletedTask;
    }
}
