using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using Restoration.Items;

namespace Restoration.Destinations;

/// <summary>Items that wait on the disk, in order, so that none waits in memory.</summary>
internal sealed class ItemSpool(string path, IItemCodec codec, Guid unique) : IAsyncDisposable
{
    private AtomicFile? _file;

    public long Count { get; private set; }

    public async ValueTask AddAsync(Item item, CancellationToken cancellation)
    {
        // Never committed: it goes when it is disposed.
        _file ??= AtomicFile.Create(path, overwrite: true, unique);
        await AtomicFile.Guard(path, async () =>
        {
            byte[] length = new byte[sizeof(int)];
            BinaryPrimitives.WriteInt32LittleEndian(length, item.Content.Length);
            await _file.Stream.WriteAsync(length, cancellation).ConfigureAwait(false);
            await _file.Stream.WriteAsync(item.Content, cancellation).ConfigureAwait(false);
        }).ConfigureAwait(false);
        Count++;
    }

    public async IAsyncEnumerable<Item> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        if (_file is null)
        {
            yield break;
        }

        byte[] length = new byte[sizeof(int)];
        _file.Stream.Position = 0;
        for (long i = 0; i < Count; i++)
        {
            await _file.Stream.ReadExactlyAsync(length, cancellation).ConfigureAwait(false);
            byte[] content = new byte[BinaryPrimitives.ReadInt32LittleEndian(length)];
            await _file.Stream.ReadExactlyAsync(content, cancellation).ConfigureAwait(false);
            yield return codec.Read(content);
        }
    }

    public ValueTask DisposeAsync() => _file?.DisposeAsync() ?? ValueTask.CompletedTask;
}
