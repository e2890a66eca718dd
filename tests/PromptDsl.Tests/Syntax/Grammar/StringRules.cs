using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Sprache;
using static PromptDsl.Tests.Syntax.Grammar.CharacterRules;

namespace PromptDsl.Tests.Syntax.Grammar;

/// <summary>Strings of <c>grammars/imgp.ebnf</c>.</summary>
internal static partial class StringRules
{
    private static readonly Parser<string> Slot =
        from open in Parse.String("${")
        from path in WordRules.DottedPath
        from close in Parse.Char('}')
        select "";

    /// <summary>A <c>$</c> that begins no slot.</summary>
    private static readonly Parser<string> Dollar =
        from dollar in Parse.Char('$')
        from next in Parse.Char('{').Not()
        select "";

    private static readonly Parser<string> Scalar =
        from open in Parse.String("u{")
        from digits in Hex.AtLeastOnce().Select(string.Concat)
        from close in Parse.Char('}')
        where digits.Length <= 8 && IsScalar(digits)
        select "";

    private static readonly Parser<string> Escape = Parse
        .Char('\\')
        .Then(_ => One(c => c is '"' or '\\' or 'n' or 't' or '$', "the letter of an escape").Or(Scalar));

    private static readonly Parser<string> Quoted =
        from notRaw in Parse.String("\"\"\"").Not()
        from open in Parse.Char('"')
        from content in TextExcept("\"\\$").Or(Escape).Or(Slot).Or(Dollar).Many()
        from close in Parse.Char('"')
        select "";

    private static readonly Parser<string> RawText = TextExcept("$")
        .Or(Parse.String("$${").Return(""))
        .Or(Slot)
        .Or(Dollar)
        .Many()
        .End()
        .Return("");

    private static readonly Parser<int> Quotes = Parse.Char('"').AtLeastOnce().Select(quotes => quotes.Count());

    private static readonly Parser<string> Raw =
        from open in Quotes.Where(quotes => quotes >= 3)
        from content in Quotes
            .Where(quotes => quotes < open)
            .Select(quotes => new string('"', quotes))
            .Or(Parse.Char('"').Not().Then(_ => Character))
            .Many()
            .Select(string.Concat)
        from close in Parse.Char('"').Repeat(open)
        where IsRawContent(content)
        select "";

    public static readonly Parser<string> Any = Quoted.Or(Raw);

    private static bool IsScalar(string digits) =>
        uint.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out uint value)
        && value != 0
        && Rune.IsValid(value);

    private static bool IsRawContent(string content)
    {
        string[] rows = LineBreaks().Split(content);
        string indentation = rows[^1];
        return rows.Length == 1
            ? IsRawText(content)
            : IsBlank(rows[0])
                && IsBlank(indentation)
                && rows[1..^1]
                    .All(row =>
                        row.StartsWith(indentation, StringComparison.Ordinal)
                            ? IsRawText(row[indentation.Length..])
                            : IsBlank(row)
                    );
    }

    private static bool IsRawText(string text) => RawText(new CharacterInput(text, 0)).WasSuccessful;

    private static bool IsBlank(string text) => text.All(c => c is ' ' or '\t');

    [GeneratedRegex("\r\n|\r|\n", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex LineBreaks();
}
