using Restoration.Failures;
using Restoration.Formats.Text;
using Restoration.Sources;

namespace Restoration.Formats.AuditRecords;

/// <summary>One document a line (NDJSON). A broken line costs that line only.</summary>
internal sealed class JsonLines(InputBuffer buffer, ReadOptions options) : IJsonDocuments
{
    public ReadOnlyMemory<byte> Current { get; private set; }

    public long Line { get; private set; }

    public async ValueTask<bool> ReadAsync(CancellationToken cancellation)
    {
        while (true)
        {
            ReadOnlyMemory<byte> unread = buffer.Unread;
            int length = unread.Span.IndexOf((byte)'\n');
            if (length < 0 && !buffer.IsAtEnd)
            {
                RefuseLongLine(unread.Length);
                await buffer.FillAsync(cancellation).ConfigureAwait(false);
                continue;
            }

            if (unread.IsEmpty)
            {
                return false;
            }

            Line++;
            Current = length < 0 ? unread : unread[..length];
            buffer.Advance(length < 0 ? unread.Length : length + 1);
            if (Current.Span.IndexOfAnyExcept(" \t\r"u8) >= 0)
            {
                return true;
            }
        }
    }

    public void Dispose() => buffer.Dispose();

    private void RefuseLongLine(int length)
    {
        if (length > options.Limits.LineLength)
        {
            throw new RestorationException(
                FailureCode.LimitExceeded,
                $"'{options.FileName}' has a line longer than {options.Limits.LineLength} bytes: line {Line + 1}. Export it again in smaller parts.",
                options.FileName);
        }
    }
}
