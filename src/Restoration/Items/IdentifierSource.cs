namespace Restoration.Items;

/// <summary>Where new ids come from; injected, so that a run can be repeated.</summary>
public abstract class IdentifierSource
{
    /// <summary>An id that nothing else has.</summary>
    public abstract Guid NewId();
}
