using FsCheck;
using FsCheck.Fluent;

namespace PromptDsl.Tests.Syntax.Grammar;

/// <summary>Files with the habits of other languages, several in one file, on their own and in bodies.</summary>
internal static class HabitGenerator
{
    private static readonly Gen<string> Statement = Gen.Elements(
        "title: \"a\"",
        "lamp \"b\" { at: left, size: 3 }",
        "# a remark",
        "#!promptc",
        "title:\u00A0\"a\"\u3000",
        "title\u200B: \"a\"",
        "title: “a”",
        "title: 'it's'",
        "negatives: [‘a’, 「b」]",
        "title：\"a\"",
        "lamp｛at：left｝",
        "negatives: 【\"a\"、\"b\"】",
        "title: \"a\";",
        "lamp { at: left; size: 3 }",
        "title: \"a\"; size: 3;",
        "lamp {; at: left }",
        "title: \"a\", size: 3",
        "negatives: [\"a\"; \"b\"]",
        "title = \"a\"",
        "lamp = { at = left }",
        "lamp: { at: left }",
        "lamp: \"b\" { at: left }",
        "object lamp: \"b\"",
        "lamp\n{\n  at: left\n}",
        "lamp:\n  at: left\n  size: 3",
        "negatives:\n  - a\n  - b",
        "negatives:\n- a",
        "- a\n- b",
        "---",
        "prompt: |\n  a\n  b",
        "\"title\": \"a\"",
        "\"lamp\": { \"at\": left }",
        "title: a red fox",
        "a red fox, quietly.",
        "<<<<<<< ours\ntitle: 1\n=======\ntitle: 2\n>>>>>>> theirs",
        "negatives: [\"a\" \"b\"\n\"c\"]",
        "lamp { at: left size: 3 }",
        "lamp { } lamp { }",
        "negatives: \"a\", \"b\"",
        "sizes: 1, 2",
        "title: \"a\",",
        "lamp \"a\", at: left",
        "font: ${body}",
        "font: $body",
        "[style]",
        "```imgp",
        "<b>a</b>",
        "const lamp = { at: left }",
        "let title = \"a\"",
        "size: 1024X1024",
        "size: 1024×1024",
        "aspect: 16∶9",
        "weight: .5",
        "title: \"\\q \\x41 \\u1234 \\r\"",
        "title: \"a\u202Eb\"",
        "title: \u202E\"a\"",
        "title:",
        "title: \"a"
    );

    private static readonly Gen<string> LineBreak = Gen.Elements("\n", "\n\n", "\r\n");

    public static Gen<string> Files { get; } =
        from statements in Gen.OneOf(Statement, Bodies()).NonEmptyListOf().Resize(5)
        from lineBreak in LineBreak
        select string.Concat(statements.Select(statement => statement + lineBreak));

    private static Gen<string> Bodies() =>
        from statements in Statement.NonEmptyListOf().Resize(4)
        select $"style {{\n{string.Concat(statements.Select(s => $"  {s.Replace("\n", "\n  ", StringComparison.Ordinal)}\n"))}}}";
}
