namespace Restoration.Formats.ICalendar.Items;

/// <summary>CAL-ADDRESS (RFC 5545 §3.3.3).</summary>
internal static class CalendarAddress
{
    private const string Scheme = "mailto:";

    /// <summary>The e-mail address in a calendar address; the text itself if it is none.</summary>
    public static string EmailOf(string address)
        => address.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? address[Scheme.Length..].Trim() : address;

    /// <summary>The calendar address of an e-mail address.</summary>
    public static string OfEmail(string email)
        => email.Contains(':', StringComparison.Ordinal) ? email : Scheme + email;
}
