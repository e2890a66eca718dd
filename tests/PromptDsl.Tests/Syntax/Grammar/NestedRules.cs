using Sprache;
using static PromptDsl.Tests.Syntax.Grammar.SpaceRules;
using static PromptDsl.Tests.Syntax.Grammar.WordRules;

namespace PromptDsl.Tests.Syntax.Grammar;

/// <summary>
/// The rules of <c>grammars/imgp.ebnf</c> that hold each other, for one depth of nesting. The limit of
/// the nesting is part of the rules: below the innermost level nothing opens.
/// </summary>
internal sealed class NestedRules
{
    private const int MaxDepth = 64;

    private static readonly string[] Keywords = ["use", "param", "define", "include", "for"];

    /// <summary>Rules around <paramref name="inner"/>, the rules of one more depth; none where nothing more may be opened.</summary>
    private NestedRules(NestedRules? inner)
    {
        Parser<string> list = inner is null ? Nothing("a list") : Between('[', inner.ListContent, ']');
        Parser<string> body = inner is null ? Nothing("a body") : Between('{', inner.BodyContent, '}');
        Parser<string> value = StringRules.Any.Or(Literal).Or(list).Or(DottedPath);
        Parser<string> optionalBody = Optional(AfterGap(body));

        Parser<string> property =
            from key in Identifier
            from colon in AfterGap(Symbol(':'))
            from content in AfterGap(value)
            select key;

        Parser<string> use =
            from keyword in Keyword("use")
            from path in AfterGap(StringRules.Any)
            from name in Optional(AfterGap(Keyword("as")).Then(_ => AfterGap(Identifier)))
            select keyword;

        Parser<string> type = Identifier.Then(name => Optional(AfterGap(list)));

        Parser<string> param =
            from keyword in Keyword("param")
            from name in AfterGap(Identifier)
            from colon in AfterGap(Symbol(':'))
            from typeName in AfterGap(type)
            from content in Optional(AfterGap(Symbol('=')).Then(_ => AfterGap(value)))
            from end in optionalBody
            select keyword;

        Parser<string> define =
            from keyword in Keyword("define")
            from kind in AfterGap(Identifier)
            from name in AfterGap(Identifier)
            from noPath in Parse.Char('.').Not()
            from content in Optional(AfterGap(value))
            from end in optionalBody
            select keyword;

        Parser<string> include = Keyword("include").Then(_ => AfterGap(DottedPath));

        Parser<string> pattern = Identifier.Or(Between('[', Separated(Identifier), ']'));

        Parser<string> loop =
            from keyword in Keyword("for")
            from names in AfterGap(pattern)
            from word in AfterGap(Keyword("in"))
            from items in AfterGap(value)
            from end in AfterGap(body)
            select keyword;

        Parser<string> block =
            from kind in Identifier.Where(word => !Keywords.Contains(word))
            from operands in Optional(AfterGap(value).Then(_ => Optional(AfterGap(value))))
            from end in optionalBody
            select kind;

        Statement = property.Or(use).Or(param).Or(define).Or(include).Or(loop).Or(block);
        ListContent = Optional(Separated(value));

        Parser<bool> separator = Space.Then(_ => Symbol(',')).Then(_ => Space).Or(Break);
        BodyContent = Optional(
            from first in Statement
            from others in separator.Then(_ => Statement).Many()
            from comma in Optional(Space.Then(_ => Symbol(',')))
            select first
        );
    }

    /// <summary>The rules where nothing is open yet.</summary>
    public static NestedRules Outermost { get; } = Build();

    public Parser<string> Statement { get; }

    private Parser<string> ListContent { get; }

    private Parser<string> BodyContent { get; }

    private static NestedRules Build()
    {
        NestedRules rules = new(inner: null);
        for (int depth = 0; depth < MaxDepth; depth++)
        {
            rules = new NestedRules(rules);
        }

        return rules;
    }

    private static Parser<string> Separated(Parser<string> item) =>
        from first in item
        from others in Space.Then(_ => Symbol(',')).Then(_ => Space).Then(_ => item).Many()
        from comma in Optional(Space.Then(_ => Symbol(',')))
        select first;

    private static Parser<string> Between(char open, Parser<string> content, char close) =>
        from opening in Symbol(open)
        from before in Space
        from inside in content
        from after in Space
        from closing in Symbol(close)
        select inside;

    private static Parser<string> AfterGap(Parser<string> rule) => Gap.Then(_ => rule);

    private static Parser<string> Optional(Parser<string> rule) => rule.Optional().Return("");

    private static Parser<string> Symbol(char c) => Parse.Char(c).Return("");

    private static Parser<string> Nothing(string expected) =>
        input => Result.Failure<string>(input, "nested too deep", [expected]);
}
