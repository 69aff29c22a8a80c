using Restoration.Items;

namespace Restoration.Contracts.Support;

/// <summary>Ids 1, 2, 3 …</summary>
public sealed class SequentialIdentifiers : IdentifierSource
{
    private int _last;

    public override Guid NewId() => new(Interlocked.Increment(ref _last), 0, 0, new byte[8]);
}
