using System.Globalization;
using System.Text;
using Restoration.Items;

namespace Restoration.Planning;

/// <summary>
/// The UID of a second copy: derived from the first's, so that a series and its overrides get the same one,
/// and a second run finds the copy that the first run made.
/// </summary>
internal static class CopyUid
{
    public static string Of(Item original, int number)
    {
        string seed = string.Create(CultureInfo.InvariantCulture, $"restoration-copy {number}\n{original.Key.Uid ?? original.Key.NaturalKey.ToString()}");
        return $"restoration-{ContentHash.Of(Encoding.UTF8.GetBytes(seed)).ToString()[..32]}";
    }
}
