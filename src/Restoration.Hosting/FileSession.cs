using Restoration.Files;
using Restoration.Formats.Messages;
using Restoration.Formats.TimeZones;
using Restoration.Policies;
using Restoration.Sources;

namespace Restoration.Hosting;

/// <summary>What works on files alone: no store is opened, and none is made.</summary>
public sealed class FileSession
{
    /// <summary>Puts it together.</summary>
    public FileSession(SessionOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        FormatCatalog formats = FormatRegistry.Create();
        Dates = new DateRange(TimeZoneCatalog.Default, options.Clock);
        Files = new FileService(formats, new ItemCodec());
        Plans = new ConversionPlan(formats);
        Conversions = new ConversionService(formats, options.Clock, new SystemIdentifierSource());
    }

    /// <summary>Reads dates.</summary>
    public DateRange Dates { get; }

    /// <summary>Looks into files.</summary>
    public FileService Files { get; }

    /// <summary>Lays conversions out.</summary>
    public ConversionPlan Plans { get; }

    /// <summary>Converts files.</summary>
    public ConversionService Conversions { get; }
}
