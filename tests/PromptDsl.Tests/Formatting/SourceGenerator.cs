using FsCheck;
using FsCheck.Fluent;

namespace PromptDsl.Tests.Formatting;

/// <summary>
/// Files without syntax errors, as badly laid out as the grammar allows: blanks, line breaks and
/// comments wherever they may stand.
/// </summary>
internal static class SourceGenerator
{
    private static readonly Gen<string> Blank = Pick(" ", "  ", "\t", " /* c */ ", "/*tight*/", " /* a */ /* 나 */ ");

    private static readonly Gen<string> LineEnd = Pick(
        "\n",
        "\r\n",
        "\n\n\n",
        "  \n\t\n",
        " // why  \n",
        " //\r\n\r\n",
        " /* x */ // y\n",
        "\n  // own line\n",
        "\n// one\n\n\n/* two */\n",
        "\n/* a\n   b  \n c */\n",
        " /* a\r\n b */\n",
        "\n/* before */ ",
        "\n /* x */ /* y */\n /* z */ /* z */ "
    );

    /// <summary>Inside brackets line breaks are blanks.</summary>
    private static readonly Gen<string> Free = Gen.Frequency(
        (4, Pick("", " ", "")),
        (2, Blank),
        (2, LineEnd),
        (1, Pick("/* a\n b */"))
    );

    private static readonly Gen<string> Word = Pick(
        "a",
        "cabin",
        "brand",
        "top-left",
        "남자-주인공",
        "in",
        "as",
        "x_1"
    );

    private static readonly Gen<string> Path = Gen.Frequency(
        (3, Word),
        (1, Word.Zip(Word, (first, second) => $"{first}.{second}"))
    );

    private static readonly Gen<string> Literal = Pick(
        "12",
        "-3",
        "0.5",
        "60%",
        "16:9",
        "1536x1024",
        "#Fa0",
        "#2E4057",
        "true",
        "none"
    );

    private static readonly Gen<string> RawString =
        from end in Pick("\n", "\r\n")
        from indentation in Pick("", "  ", "\t", " \t ")
        from lines in Gen.ListOf(Pick("text", "  deeper", "\ttab", "trailing  ", "한국어 ${a.b} $${", " \"\" ", "//"))
        from blank in Pick("", " ", "\t\t ")
        from opening in Pick("", "  ")
        let content = string.Concat(lines.Select((line, i) => (i % 3 == 2 ? blank : indentation + line) + end))
        select $"\"\"\"{opening}{end}{content}{indentation}\"\"\"";

    private static readonly Gen<string> Text = Gen.Frequency(
        (
            6,
            Pick(
                "\"a\"",
                "\"\"",
                "\"quote \\\" and \\u{1F600} ${name}\"",
                "\"소나무 숲 가장자리에 선 낡은 오두막, 돌 굴뚝, 이끼 낀 지붕\"",
                "\"a weathered pine cabin with a stone chimney, seen from the water in the early morning\"",
                "\"\"\"raw \"x\" on one line\"\"\"",
                "\"// no comment\""
            )
        ),
        (1, RawString)
    );

    public static Gen<string> File { get; } =
        from statements in Lines(depth: 3)
        from start in Pick("", "\uFEFF", "\n\n", "// first\n", "/* first */ ", "/* a\n b */ ")
        from end in Pick("", "\n", "\n\n\n", " // last", "\n/* end */", " /* x */\n\n// end\n")
        select start + statements + end;

    private static Gen<string> Pick(params string[] texts) => Gen.Elements(texts);

    private static Gen<string> Join(params Gen<string>[] parts) =>
        Gen.CollectToArray(parts, part => part).Select(texts => string.Concat(texts));

    private static Gen<string> Optional(Gen<string> part) => Gen.Frequency((1, part), (1, Gen.Constant("")));

    private static Gen<string> Value(int depth) =>
        depth == 0
            ? Gen.OneOf(Text, Literal, Path)
            : Gen.Frequency((3, Text), (2, Literal), (2, Path), (2, List(depth - 1)));

    private static Gen<string> List(int depth) =>
        from items in Gen.ListOf(Join(Free, Value(depth), Free))
        from comma in Pick("", ",")
        from end in Free
        select $"[{string.Join(',', items)}{(items.Count > 0 ? comma : "")}{end}]";

    private static Gen<string> Statement(int depth) =>
        Gen.Frequency(
            (4, Join(Word, Optional(Blank), Pick(":"), Blank, Value(depth))),
            (4, Block(depth)),
            (1, Join(Pick("use"), Blank, Text, Optional(Join(Blank, Pick("as"), Blank, Word)))),
            (1, Param(depth)),
            (1, Join(Pick("define"), Blank, Word, Blank, Word, Optional(Join(Blank, Value(depth))), Body(depth))),
            (1, Join(Pick("include"), Blank, Path)),
            (1, Join(Pick("for"), Blank, Pattern, Blank, Pick("in"), Blank, Value(depth), Blank, Braces(depth)))
        );

    private static Gen<string> Block(int depth) =>
        Join(Word, Optional(Join(Blank, Path)), Optional(Join(Blank, Value(depth))), Body(depth));

    private static Gen<string> Param(int depth) =>
        Join(
            Pick("param"),
            Blank,
            Word,
            Optional(Blank),
            Pick(":"),
            Blank,
            Gen.OneOf(Word, Join(Pick("choice"), Blank, List(0))),
            Optional(Join(Blank, Pick("="), Blank, Value(depth))),
            Body(depth)
        );

    private static Gen<string> Pattern =>
        Gen.OneOf(Word, from names in Gen.NonEmptyListOf(Join(Free, Word, Free)) select $"[{string.Join(',', names)}]");

    private static Gen<string> Body(int depth) => Optional(Join(Blank, Braces(depth)));

    private static Gen<string> Braces(int depth) =>
        depth == 0
            ? Join(Pick("{"), Free, Pick("}"))
            : Gen.OneOf(
                Join(Pick("{"), Free, Lines(depth - 1), Free, Pick("}")),
                from statements in Gen.ListOf(Join(Optional(Blank), Statement(depth - 1), Optional(Blank)))
                select $"{{{string.Join(',', statements)}}}"
            );

    /// <summary>Statements on lines of their own; in a body a comma may stand between, too.</summary>
    private static Gen<string> Lines(int depth) =>
        from statements in Gen.ListOf(Join(Statement(depth), LineEnd))
        select string.Concat(statements);
}
