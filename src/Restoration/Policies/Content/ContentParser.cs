using Restoration.Failures;

namespace Restoration.Policies.Content;

/// <summary>Reads a content filter word by word into a tree of conditions. <c>-not</c> binds tighter than <c>-and</c>, that tighter than <c>-or</c>.</summary>
internal sealed class ContentParser(string text, ContentValueReader values)
{
    private const int DeepestNesting = 100;

    private readonly IEnumerator<ContentToken> _tokens = ContentLexer.Read(text).GetEnumerator();
    private int _depth;

    private ContentToken Current => _tokens.Current;

    public ContentCondition Parse()
    {
        _tokens.MoveNext();
        ContentCondition condition = ParseOr();
        return Current.Kind == ContentTokenKind.End ? condition : throw Unexpected("-and, -or or the end");
    }

    private ContentCondition ParseOr()
    {
        ContentCondition left = ParseAnd();
        while (Current.IsOperator("-or"))
        {
            _tokens.MoveNext();
            left = new ContentOr(left, ParseAnd());
        }

        return left;
    }

    private ContentCondition ParseAnd()
    {
        ContentCondition left = ParseNot();
        while (Current.IsOperator("-and"))
        {
            _tokens.MoveNext();
            left = new ContentAnd(left, ParseNot());
        }

        return left;
    }

    private ContentCondition ParseNot()
    {
        if (++_depth > DeepestNesting)
        {
            throw Failure(FormattableString.Invariant($"conditions are nested more than {DeepestNesting} deep."));
        }

        ContentCondition condition = Current.IsOperator("-not") ? ParseNegated()
            : Current.Kind == ContentTokenKind.Open ? ParseGroup()
            : ParseComparison();
        _depth--;
        return condition;
    }

    private ContentNot ParseNegated()
    {
        _tokens.MoveNext();
        return new ContentNot(ParseNot());
    }

    private ContentCondition ParseGroup()
    {
        _tokens.MoveNext();
        ContentCondition condition = ParseOr();
        if (Current.Kind != ContentTokenKind.Close)
        {
            throw Unexpected("-and, -or or a closing parenthesis");
        }

        _tokens.MoveNext();
        return condition;
    }

    private ContentComparison ParseComparison()
    {
        if (Current.Kind != ContentTokenKind.Word)
        {
            throw Unexpected("a property");
        }

        if (!IsName<ContentProperty>(Current.Text, out ContentProperty property))
        {
            throw Failure($"'{Current.Text}' is no property. There are: {string.Join(", ", Enum.GetNames<ContentProperty>())}.");
        }

        _tokens.MoveNext();
        ContentType type = ContentTypes.Of(property);
        if (Current.Kind != ContentTokenKind.Operator || !IsName(Current.Text[1..], out ContentOperator comparison))
        {
            throw Unexpected("one of -eq -ne -lt -le -gt -ge -like -notlike");
        }

        if (!ContentTypes.Takes(type, comparison))
        {
            throw Failure($"{Current.Text} makes no sense for {property}.");
        }

        _tokens.MoveNext();
        if (Current.Kind is not (ContentTokenKind.Word or ContentTokenKind.Quoted))
        {
            throw Unexpected("a value");
        }

        string problem = "";
        ContentValue value = values.Read(property, comparison, Current, ref problem) ?? throw Failure(problem);
        _tokens.MoveNext();
        return new ContentComparison(property, comparison, value);
    }

    // By the names alone: a number is none.
    private static bool IsName<T>(string text, out T value)
        where T : struct, Enum
    {
        string? name = Enum.GetNames<T>().FirstOrDefault(name => string.Equals(name, text, StringComparison.OrdinalIgnoreCase));
        value = name is null ? default : Enum.Parse<T>(name);
        return name is not null;
    }

    private RestorationException Unexpected(string expected)
        => Failure(Current.Kind == ContentTokenKind.End ? $"it ends where {expected} is expected." : $"'{Current.Text}' stands where {expected} is expected.");

    private RestorationException Failure(string problem)
        => new(FailureCode.InvalidArgument, FormattableString.Invariant($"Content filter, position {Current.Position}: {problem}"), text);
}
