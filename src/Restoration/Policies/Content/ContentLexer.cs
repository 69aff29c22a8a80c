using System.Text;
using Restoration.Failures;

namespace Restoration.Policies.Content;

/// <summary>Cuts a content filter into words.</summary>
internal static class ContentLexer
{
    /// <summary>The words, with the end as the last.</summary>
    public static IEnumerable<ContentToken> Read(string text)
    {
        int at = 0;
        while (at < text.Length)
        {
            char first = text[at];
            if (char.IsWhiteSpace(first))
            {
                at++;
            }
            else if (first is '(' or ')')
            {
                yield return new ContentToken(first == '(' ? ContentTokenKind.Open : ContentTokenKind.Close, first.ToString(), ++at);
            }
            else if (first is '\'' or '"')
            {
                (string quoted, int after) = ReadQuoted(text, at);
                yield return new ContentToken(ContentTokenKind.Quoted, quoted, at + 1);
                at = after;
            }
            else if (first == '!')
            {
                yield return new ContentToken(ContentTokenKind.Operator, "-not", ++at);
            }
            else
            {
                int end = at;
                while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not ('(' or ')' or '\'' or '"'))
                {
                    end++;
                }

                bool isOperator = first == '-' && end - at > 1 && char.IsAsciiLetter(text[at + 1]);
                yield return new ContentToken(isOperator ? ContentTokenKind.Operator : ContentTokenKind.Word, text[at..end], at + 1);
                at = end;
            }
        }

        yield return new ContentToken(ContentTokenKind.End, "", text.Length + 1);
    }

    // A quote inside is written twice.
    private static (string Text, int After) ReadQuoted(string text, int start)
    {
        StringBuilder quoted = new();
        char quote = text[start];
        for (int at = start + 1; at < text.Length; at++)
        {
            if (text[at] != quote)
            {
                quoted.Append(text[at]);
            }
            else if (at + 1 < text.Length && text[at + 1] == quote)
            {
                quoted.Append(text[at++]);
            }
            else
            {
                return (quoted.ToString(), at + 1);
            }
        }

        throw new RestorationException(
            FailureCode.InvalidArgument, FormattableString.Invariant($"Content filter, position {start + 1}: the text that begins here has no closing {quote}."), text);
    }
}
