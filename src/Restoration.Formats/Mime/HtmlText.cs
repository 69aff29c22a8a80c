using System.Net;
using System.Text;

namespace Restoration.Formats.Mime;

/// <summary>The words of an HTML body, for filters: without tags, styles and scripts.</summary>
internal static class HtmlText
{
    private static readonly string[] Silent = ["style", "script", "head", "title"];

    /// <summary>The text.</summary>
    public static string Read(string html)
    {
        StringBuilder text = new(html.Length);
        int position = 0;
        while (position < html.Length)
        {
            int tag = html.IndexOf('<', position);
            if (tag < 0)
            {
                break;
            }

            text.Append(html, position, tag - position);
            string close = string.CompareOrdinal(html, tag, "<!--", 0, 4) == 0 ? "-->" : ">";
            int end = html.IndexOf(close, tag, StringComparison.Ordinal);
            position = end < 0 ? html.Length : end + close.Length;
            position = SkipSilent(html, tag, position);
            text.Append(IsBreak(html, tag) ? '\n' : ' ');
        }

        text.Append(html, position, html.Length - position);
        return WebUtility.HtmlDecode(text.ToString()).Trim();
    }

    private static int SkipSilent(string html, int tag, int position)
    {
        foreach (string name in Silent)
        {
            if (IsTag(html, tag, name))
            {
                int close = html.IndexOf($"</{name}", position, StringComparison.OrdinalIgnoreCase);
                int end = close < 0 ? -1 : html.IndexOf('>', close);
                return end < 0 ? html.Length : end + 1;
            }
        }

        return position;
    }

    private static bool IsBreak(string html, int tag) => IsTag(html, tag, "br") || IsTag(html, tag, "/p") || IsTag(html, tag, "/div") || IsTag(html, tag, "/tr");

    private static bool IsTag(string html, int tag, string name)
        => string.Compare(html, tag + 1, name, 0, name.Length, StringComparison.OrdinalIgnoreCase) == 0
            && (tag + 1 + name.Length >= html.Length || !char.IsLetterOrDigit(html[tag + 1 + name.Length]));
}
