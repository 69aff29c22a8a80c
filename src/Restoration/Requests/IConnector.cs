using Restoration.Destinations;
using Restoration.Failures;
using Restoration.Items;
using Restoration.Sources;

namespace Restoration.Requests;

/// <summary>
/// A source, a destination, or both, made elsewhere: it answers for the locations of one scheme. Registered once, it takes part in
/// every restore as any other: planned, journaled, undone.
/// </summary>
public interface IConnector
{
    /// <summary>The scheme of its locations: <c>x-</c>, then small letters, digits and hyphens, such as <c>x-notes</c>.</summary>
    string Scheme { get; }

    /// <summary>Opens a location for reading; nothing is read yet.</summary>
    /// <param name="location">The location.</param>
    /// <param name="reading">What dates mean there, if that is a question.</param>
    /// <exception cref="RestorationException"><see cref="FailureCode.NotSupported"/>: it is no source.</exception>
    ISource OpenSource(Location location, FileSourceOptions reading) => throw new RestorationException(
        FailureCode.NotSupported, $"Nothing can be restored from '{location}': its connector only writes.", location.ToString());

    /// <summary>Opens a location for writing; nothing is written yet.</summary>
    /// <exception cref="RestorationException"><see cref="FailureCode.NotSupported"/>: it is no destination.</exception>
    IDestination OpenDestination(Location location) => throw new RestorationException(
        FailureCode.NotSupported, $"Nothing can be restored to '{location}': its connector only reads.", location.ToString());
}
