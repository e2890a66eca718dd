using System.Globalization;
using Sprache;

namespace PromptDsl.Tests.Syntax.Grammar;

/// <summary>The rules in capitals at the end of <c>grammars/imgp.ebnf</c>. A character is one or two code units.</summary>
internal static class CharacterRules
{
    public static readonly Parser<string> Digit = One(char.IsAsciiDigit, "DIGIT");

    public static readonly Parser<string> Hex = One(char.IsAsciiHexDigit, "HEX");

    public static readonly Parser<string> Blank = One(c => c is ' ' or '\t', "BLANK");

    public static readonly Parser<string> LineBreak = One(c => c is '\n' or '\r', "LINE BREAK");

    public static readonly Parser<string> ByteOrderMark = One(c => c == '\uFEFF', "BYTE ORDER MARK");

    public static readonly Parser<string> Character = One(c => c != '\0' && !char.IsSurrogate(c), "CHARACTER")
        .Or(Pair(_ => true));

    public static readonly Parser<string> CommentText = TextExcept(
        "\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069"
    );

    public static readonly Parser<string> Letter = OfCategory(
        UnicodeCategory.UppercaseLetter,
        UnicodeCategory.LowercaseLetter,
        UnicodeCategory.TitlecaseLetter,
        UnicodeCategory.ModifierLetter,
        UnicodeCategory.OtherLetter,
        UnicodeCategory.LetterNumber
    );

    public static readonly Parser<string> Mark = OfCategory(
        UnicodeCategory.NonSpacingMark,
        UnicodeCategory.SpacingCombiningMark
    );

    /// <summary>TEXT without some ASCII characters.</summary>
    public static Parser<string> TextExcept(string excluded) =>
        One(
                c =>
                    c is not ('\0' or '\n' or '\r')
                    && !char.IsSurrogate(c)
                    && !excluded.Contains(c, StringComparison.Ordinal),
                "TEXT"
            )
            .Or(Pair(_ => true));

    public static Parser<string> One(Predicate<char> predicate, string name) =>
        Parse.Char(predicate, name).Select(c => c.ToString());

    private static Parser<string> Pair(Func<string, bool> predicate) =>
        from high in Parse.Char(char.IsHighSurrogate, "a high surrogate")
        from low in Parse.Char(char.IsLowSurrogate, "a low surrogate")
        let pair = $"{high}{low}"
        where predicate(pair)
        select pair;

    private static Parser<string> OfCategory(params UnicodeCategory[] categories) =>
        One(c => categories.Contains(char.GetUnicodeCategory(c)), "a category")
            .Or(Pair(pair => categories.Contains(CharUnicodeInfo.GetUnicodeCategory(pair, 0))));
}
