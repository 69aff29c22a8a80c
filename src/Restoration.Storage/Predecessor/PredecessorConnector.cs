using Restoration.Items;
using Restoration.Requests;
using Restoration.Sources;

namespace Restoration.Storage.Predecessor;

/// <summary>Reads databases of the scripts that came before this program, as <c>x-database:PATH</c>.</summary>
/// <param name="formats">The file formats.</param>
public sealed class PredecessorConnector(FormatCatalog formats) : IConnector
{
    /// <inheritdoc/>
    public string Scheme => DatabaseImport.Scheme;

    /// <inheritdoc/>
    public ISource OpenSource(Location location, FileSourceOptions reading) => new PredecessorSource(location, reading.TimeZone, formats);
}
