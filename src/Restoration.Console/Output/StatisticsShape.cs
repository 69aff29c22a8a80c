using System.Text.Json;
using Restoration.Requests;

namespace Restoration.Console.Output;

/// <summary>Statistics: every property of Exchange's, in camel case.</summary>
internal static class StatisticsShape
{
    public static Shape<RestoreRequestStatistics> Value { get; } = new(
    [
        .. typeof(RestoreRequestStatistics).GetProperties().Select(property => new Field<RestoreRequestStatistics>(
            JsonNamingPolicy.CamelCase.ConvertName(property.Name), statistics => Simplify(property.GetValue(statistics)), property.Name)),
    ]);

    private static object? Simplify(object? value) => value switch
    {
        Guid guid => guid.ToString(),
        TimeSpan time => time.ToString("c"),
        IReadOnlyList<ReportEntry> report => report.Select(entry => new JsonMembers(
            ("creationTime", entry.CreationTime), ("type", entry.Type), ("message", entry.Message))
        {
            Text = $"{Printer.Text(entry.CreationTime)} {entry.Type}: {entry.Message}",
        }),
        IReadOnlyList<SkippedItem> skipped => skipped.Select(item => new JsonMembers(
            ("kind", item.Kind), ("reason", item.Reason), ("subject", item.Subject), ("uid", item.Uid), ("folder", item.Folder), ("detail", item.Detail))
        {
            Text = item.ToString(),
        }),
        _ => value,
    };
}
