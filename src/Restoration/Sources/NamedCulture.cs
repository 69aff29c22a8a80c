using System.Globalization;
using Restoration.Failures;

namespace Restoration.Sources;

/// <summary>The language that a table was written in: it says how dates are written, and which letters the bytes are if they are not Unicode.</summary>
public static class NamedCulture
{
    /// <summary>The culture of a name.</summary>
    /// <param name="name">Its name, such as <c>en-US</c>.</param>
    /// <returns>Null if none is named.</returns>
    /// <exception cref="RestorationException"><see cref="FailureCode.InvalidArgument"/>: there is no such culture.</exception>
    public static CultureInfo? Find(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return null;
        }

        try
        {
            return CultureInfo.GetCultureInfo(name, predefinedOnly: true);
        }
        catch (CultureNotFoundException cause)
        {
            throw new RestorationException(FailureCode.InvalidArgument, $"'{name}' is no culture. Use a name such as 'en-US' or 'de-DE'.", name, cause);
        }
    }
}
