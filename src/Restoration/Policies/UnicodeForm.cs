using System.Text;

namespace Restoration.Policies;

/// <summary>The Unicode form in which texts are compared.</summary>
internal static class UnicodeForm
{
    /// <summary>The text with each letter and its marks as one (NFC).</summary>
    public static string Compose(string text) => Normalize(text, NormalizationForm.FormC);

    /// <summary>The text with letters that only look different made the same as well (NFKC).</summary>
    public static string Simplify(string text) => Normalize(text, NormalizationForm.FormKC);

    // Half of a surrogate pair has no form: such text stays as it is, with the half made visible.
    private static string Normalize(string text, NormalizationForm form)
        => string.Concat(text.EnumerateRunes().Select(rune => rune.ToString())).Normalize(form);
}
