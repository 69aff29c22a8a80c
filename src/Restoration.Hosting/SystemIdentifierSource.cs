using Restoration.Items;

namespace Restoration.Hosting;

/// <summary>Random ids.</summary>
internal sealed class SystemIdentifierSource : IdentifierSource
{
    public override Guid NewId() => Guid.NewGuid();
}
