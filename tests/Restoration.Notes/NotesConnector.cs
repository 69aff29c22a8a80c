using Restoration.Destinations;
using Restoration.Items;
using Restoration.Requests;
using Restoration.Sources;

namespace Restoration.Notes;

/// <summary>Reads and writes <c>x-notes:PAD</c>.</summary>
/// <param name="notebook">The notes.</param>
public sealed class NotesConnector(Notebook notebook) : IConnector
{
    /// <inheritdoc/>
    public string Scheme => "x-notes";

    /// <inheritdoc/>
    public ISource OpenSource(Location location, FileSourceOptions reading) => new NotesSource(location, notebook);

    /// <inheritdoc/>
    public IDestination OpenDestination(Location location) => new NotesDestination(location, notebook);
}
