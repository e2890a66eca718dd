using FsCheck;
using FsCheck.Fluent;
using static PromptDsl.Tests.Syntax.Grammar.GenExtensions;

namespace PromptDsl.Tests.Syntax.Grammar;

/// <summary>Quoted and raw strings.</summary>
internal static class StringGenerator
{
    private static readonly Gen<string> Plain = Gen.Elements(
        "a red fox in snow",
        "it's",
        " { \"json\": 1 } ".Replace('"', '\''),
        "안개 낀 호수",
        "👩‍🚀 a🎨",
        "عربي",
        "// no comment",
        "#FF5533",
        "$5",
        "$",
        "50%",
        "a\tb",
        "\u00A0",
        "e\u0301"
    );

    private static readonly Gen<string> Slot = Gen.Elements("${name}", "${brand.accent}", "${제목}", "${a-b._c}");

    private static readonly Gen<string> Escape = Gen.Elements(
        "\\\"",
        "\\\\",
        "\\n",
        "\\t",
        "\\${",
        "\\u{1F600}",
        "\\u{e9}",
        "\\u{00000041}"
    );

    private static readonly Gen<string> Quoted = Join(
        Just("\""),
        Gen.Frequency((5, Plain), (2, Slot), (2, Escape)).Some(4),
        Just("\"")
    );

    /// <summary>A row of a raw string; it neither begins nor ends with a quotation mark.</summary>
    private static readonly Gen<string> Row = Gen.OneOf(
        Plain,
        Join(Plain, Slot, Plain),
        Gen.Elements("$${literal}", "a \"quoted\" word", "two \"\" marks", "\\n is no escape", "$$ ${name}$")
    );

    private static readonly Gen<string> Raw =
        from quotes in Gen.Elements("\"\"\"", "\"\"\"\"", "\"\"\"\"\"")
        from row in Row
        select quotes + row + quotes;

    private static readonly Gen<string> RawLines =
        from quotes in Gen.Elements("\"\"\"", "\"\"\"\"")
        from lineBreak in SpaceGenerator.LineBreak
        from indentation in Gen.Elements("", "  ", "\t", "    ")
        from rows in Gen.OneOf(Row, Gen.Elements("", "  ", "\t")).ListOf(3)
        from trailing in Gen.Elements("", " ")
        let lines = rows.Select(row => row.Trim(' ', '\t').Length == 0 ? row : indentation + row)
        select $"{quotes}{trailing}{lineBreak}{string.Concat(lines.Select(line => line + lineBreak))}{indentation}{quotes}";

    public static readonly Gen<string> Any = Gen.Frequency((6, Quoted), (1, Raw), (2, RawLines));
}
