namespace Restoration.Sources;

/// <summary>What no input may exceed, so that a hostile file costs an error and not the machine.</summary>
public sealed record ReadLimits
{
    /// <summary>The limits that hold unless told otherwise.</summary>
    public static ReadLimits Default { get; } = new();

    /// <summary>The longest logical line, cell or text value, in bytes. Default 64 MiB: inline attachments are lines.</summary>
    public int LineLength { get; init; } = 64 << 20;

    /// <summary>The largest item, in bytes. Default 128 MiB.</summary>
    public int ItemSize { get; init; } = 128 << 20;

    /// <summary>The most properties of one item. Default 100,000.</summary>
    public int Properties { get; init; } = 100_000;

    /// <summary>The deepest nesting. Default 32.</summary>
    public int Nesting { get; init; } = 32;

    /// <summary>The most items of one file. Default 50 million.</summary>
    public long Items { get; init; } = 50_000_000;
}
