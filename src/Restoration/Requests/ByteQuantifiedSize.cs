using System.Globalization;

namespace Restoration.Requests;

/// <summary>A size as Exchange prints it: <c>3.322 KB (3,402 bytes)</c>.</summary>
/// <param name="Bytes">The size in bytes.</param>
public readonly record struct ByteQuantifiedSize(long Bytes)
{
    private static readonly string[] Units = ["B", "KB", "MB", "GB", "TB", "PB"];

    /// <summary>The size with its unit, four significant digits, and in bytes.</summary>
    public override string ToString()
    {
        double value = Bytes;
        int unit = 0;
        while (value >= 1024 && unit < Units.Length - 1)
        {
            value /= 1024;
            unit++;
        }

        string number = value.ToString(value >= 1000 ? "#,##0" : value >= 100 ? "0.#" : value >= 10 ? "0.##" : "0.###", CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{number} {Units[unit]} ({Bytes:#,##0} bytes)");
    }
}
