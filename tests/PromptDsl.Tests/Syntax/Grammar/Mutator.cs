using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;

namespace PromptDsl.Tests.Syntax.Grammar;

/// <summary>Breaks a text in one to three places, as a slip of the hand or of a merge would.</summary>
internal static partial class Mutator
{
    private static readonly string[] Foreign =
    [
        "{",
        "}",
        "[",
        "]",
        ":",
        ",",
        "\"",
        "\"\"\"",
        "'",
        "`",
        "#",
        "# ",
        ";",
        "=",
        ".",
        "-",
        "- ",
        "---",
        "$",
        "${",
        "}}",
        "//",
        "/*",
        "*/",
        "\\",
        "\n",
        "\r\n",
        "\r",
        "\t",
        " ",
        "\u00A0",
        "\u200B",
        "\u3000",
        "\uFEFF",
        "\0",
        "\uD83C",
        "\uDC80",
        "\u202E",
        "\u200F",
        "\uFF1A",
        "\uFF0C",
        "\u3001",
        "\u201C",
        "\u201D",
        "\u2019",
        "\u300C",
        "\u300D",
        "é",
        "가",
        "🎨",
        "\u0301",
        "٣",
        "5",
        "x",
        "%",
        "1x1",
        "0:0",
        "16:9",
        "#fff",
        "#ff",
        "a.b",
        "use ",
        "for ",
        "param ",
        "in ",
        "define ",
        "include ",
        "as ",
        "true",
        "<<<<<<< ours\n",
        "\n=======\n",
        "\n>>>>>>> theirs\n",
        "|",
        "|\n",
        ">",
        "<b>",
        "const x = ",
        "key: ",
        "key = ",
        "\"key\": ",
        "\\q",
        "\\u{}",
        "\\u{0}",
        "${}",
        "${ a }",
        "$${",
        "(",
        ")",
        "!",
        "×",
        "∶",
        "\u2028",
        "\v",
    ];

    public static Gen<string> Mutants(Gen<string> texts) =>
        from text in texts
        from count in Gen.Choose(1, 3)
        from mutant in Mutate(text, count)
        select mutant;

    private static Gen<string> Mutate(string text, int count) =>
        count == 0 ? Gen.Constant(text) : MutateOnce(text).SelectMany(mutant => Mutate(mutant, count - 1));

    private static Gen<string> MutateOnce(string text) =>
        text.Length == 0
            ? Gen.Elements(Foreign)
            : Gen.Frequency(
                (3, InsertForeign(text)),
                (2, ReplaceCharacter(text)),
                (2, EditCharacters(text)),
                (4, EditTokens(text)),
                (1, Gen.Choose(0, text.Length).Select(end => text[..end])),
                (1, Gen.Choose(0, text.Length).Select(start => text[start..])),
                (1, JoinLines(text))
            );

    private static Gen<string> InsertForeign(string text) =>
        from at in Gen.Choose(0, text.Length)
        from foreign in Gen.Elements(Foreign)
        select text.Insert(at, foreign);

    private static Gen<string> ReplaceCharacter(string text) =>
        from at in Gen.Choose(0, text.Length - 1)
        from foreign in Gen.Elements(Foreign)
        select text[..at] + foreign + text[(at + 1)..];

    /// <summary>Deletes, doubles or moves a few characters.</summary>
    private static Gen<string> EditCharacters(string text) =>
        from start in Gen.Choose(0, text.Length - 1)
        from length in Gen.Choose(1, Math.Min(4, text.Length - start))
        from to in Gen.Choose(0, text.Length - length)
        from edit in Gen.Choose(0, 2)
        let piece = text.Substring(start, length)
        let without = text.Remove(start, length)
        select edit switch
        {
            0 => without,
            1 => text.Insert(start, piece),
            _ => without.Insert(to, piece),
        };

    /// <summary>Deletes, doubles, exchanges or replaces words and signs.</summary>
    private static Gen<string> EditTokens(string text)
    {
        string[] tokens = [.. Tokens().Matches(text).Select(m => m.Value)];
        return from a in Gen.Choose(0, tokens.Length - 1)
            from b in Gen.Choose(0, tokens.Length - 1)
            from edit in Gen.Choose(0, 3)
            select string.Concat(EditToken(tokens, a, b, edit));
    }

    private static IEnumerable<string> EditToken(string[] tokens, int a, int b, int edit) =>
        tokens.Select(
            (token, i) =>
                edit switch
                {
                    0 when i == a => "",
                    1 when i == a => token + token,
                    2 when i == a => tokens[b],
                    2 when i == b => tokens[a],
                    3 when i == a => tokens[b],
                    _ => token,
                }
        );

    private static Gen<string> JoinLines(string text)
    {
        Match[] breaks = [.. LineBreaks().Matches(text).Cast<Match>()];
        return breaks.Length == 0
            ? Gen.Constant(text)
            : from lineBreak in Gen.Elements<Match>(breaks)
            from blank in Gen.Elements("", " ")
            select text[..lineBreak.Index] + blank + text[(lineBreak.Index + lineBreak.Length)..];
    }

    [GeneratedRegex(
        "\"[^\"\\n]*\"|[\\w-]+|[ \\t]+|[\\s\\S]",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Tokens();

    [GeneratedRegex("\r\n|\r|\n", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex LineBreaks();
}
