using System.Globalization;
using Sprache;
using static PromptDsl.Tests.Syntax.Grammar.CharacterRules;

namespace PromptDsl.Tests.Syntax.Grammar;

/// <summary>Words, numbers and colours of <c>grammars/imgp.ebnf</c>.</summary>
internal static class WordRules
{
    private static readonly Parser<string> Start = Letter.Or(One(c => c == '_', "_"));

    private static readonly Parser<string> Part = Start.Or(Digit).Or(One(c => c == '-', "-")).Or(Mark);

    public static readonly Parser<string> Identifier =
        from first in Start
        from rest in Part.Many()
        let word = first + string.Concat(rest)
        where word.Length <= 128
        select word;

    public static readonly Parser<string> DottedPath = Identifier.Then(first =>
        Parse.Char('.').Then(_ => Identifier).Many().Return(first)
    );

    private static readonly Parser<string> Digits = Digit.AtLeastOnce().Select(string.Concat);

    private static readonly Parser<string> Decimal = Digits.Then(whole =>
        Parse.Char('.').Then(_ => Digits).Select(fraction => $"{whole}.{fraction}").Or(Parse.Return(whole))
    );

    private static readonly Parser<string> Signed = Parse
        .Char('-')
        .Then(_ => Decimal)
        .Select(digits => $"-{digits}")
        .Or(Decimal);

    private static readonly Parser<string> End = Letter
        .Or(Digit)
        .Or(One(c => c is '_' or '%' or '\u00D7' or '\u2236', "a character of a word"))
        .Or(Parse.Chars(".-").Then(_ => One(char.IsAsciiLetterOrDigit, "an ASCII letter or digit")))
        .Not()
        .Return("");

    private static readonly Parser<string> Number = Signed.Where(text => text.Length <= 16);

    private static readonly Parser<string> Percent = Signed
        .Where(text => text.Length <= 15)
        .Then(text => Parse.Char('%').Return(text));

    private static readonly Parser<string> Ratio =
        from width in Decimal.Where(IsSide)
        from colon in Parse.Char(':')
        from height in Decimal.Where(IsSide)
        select width;

    private static readonly Parser<string> Size =
        from width in Digits.Where(IsPixels)
        from x in Parse.Char('x')
        from height in Digits.Where(IsPixels)
        select width;

    private static readonly Parser<string> Color = Parse
        .Char('#')
        .Then(_ => Hex.Many())
        .Where(digits => digits.Count() is 3 or 6 or 8)
        .Return("");

    /// <summary>A number, percentage, ratio, size or colour.</summary>
    public static readonly Parser<string> Literal = Ended(Percent)
        .Or(Ended(Ratio))
        .Or(Ended(Size))
        .Or(Ended(Number))
        .Or(Ended(Color));

    public static Parser<string> Keyword(string word) => Identifier.Where(text => text == word);

    private static Parser<string> Ended(Parser<string> literal) => literal.Then(text => End.Return(text));

    private static bool IsSide(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal side)
        && side is > 0.001m and < 1_000_000m;

    private static bool IsPixels(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long pixels)
        && pixels is >= 1 and <= int.MaxValue;
}
