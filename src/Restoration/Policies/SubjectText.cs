using System.Text.RegularExpressions;

namespace Restoration.Policies;

/// <summary>Subjects as people mean them.</summary>
public static partial class SubjectText
{
    /// <summary>
    /// The subject without what does not count: case, Unicode form, punctuation, runs of spaces, and the marks that programs
    /// put before it, such as <c>Re:</c>, <c>Fwd:</c>, <c>Copy:</c>, <c>Canceled:</c> and <c>[BACKUP]</c>.
    /// </summary>
    public static string Normalize(string subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        string bare = Marks().Replace(UnicodeForm.Simplify(subject).ToLowerInvariant(), "");
        return Separators().Replace(bare, " ").Trim();
    }

    /// <summary>How much alike two normalised subjects are, from 0 to 1: the pairs of letters that they share (Sørensen and Dice).</summary>
    public static double Likeness(string left, string right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        if (string.Equals(left, right, StringComparison.Ordinal))
        {
            return 1;
        }

        if (left.Length < 2 || right.Length < 2)
        {
            return 0;
        }

        Dictionary<(char, char), int> pairs = [];
        for (int i = 1; i < left.Length; i++)
        {
            pairs[(left[i - 1], left[i])] = pairs.GetValueOrDefault((left[i - 1], left[i])) + 1;
        }

        int shared = 0;
        for (int i = 1; i < right.Length; i++)
        {
            if (pairs.TryGetValue((right[i - 1], right[i]), out int unshared) && unshared > 0)
            {
                pairs[(right[i - 1], right[i])] = unshared - 1;
                shared++;
            }
        }

        return 2.0 * shared / (left.Length + right.Length - 2);
    }

    [GeneratedRegex(@"^(\s*(\[backup\]|(re|aw|fw|fwd|wg|copy|kopie|canceled|cancelled|abgesagt|updated|tentative)\s*:))+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Marks();

    [GeneratedRegex(@"[\s\p{P}\p{S}]+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Separators();
}
