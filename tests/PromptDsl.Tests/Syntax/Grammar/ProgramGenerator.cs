using FsCheck;
using FsCheck.Fluent;
using static PromptDsl.Tests.Syntax.Grammar.GenExtensions;
using static PromptDsl.Tests.Syntax.Grammar.SpaceGenerator;

namespace PromptDsl.Tests.Syntax.Grammar;

/// <summary>Programs that the grammar derives: every form of statement and value, laid out in every way.</summary>
internal static class ProgramGenerator
{
    private static readonly Gen<string> Identifier = Gen.Frequency(
        (5, Gen.Elements("subject", "style", "object", "safe-area", "lamp_2", "_", "x1", "a-", "mix")),
        (2, Gen.Elements("남자-주인공", "été", "\uD840\uDC00", "e\u0301t", "ⅷ")),
        (1, Gen.Elements("use", "as", "in", "for", "param", "define", "include", "true", "none")),
        (1, Gen.Choose(1, 128).Select(length => new string('k', length)))
    );

    private static readonly Gen<string> Kind = Identifier.Where(word =>
        word is not ("use" or "for" or "param" or "define" or "include")
    );

    private static readonly Gen<string> Path = Gen.Frequency(
        (3, Identifier),
        (1, Identifier.NonEmptyListOf().Resize(3).Select(words => string.Join('.', words)))
    );

    private static readonly Gen<string> Literal = Gen.Elements(
        "12",
        "-3",
        "0.5",
        "60%",
        "-12.5%",
        "16:9",
        "2.35:1",
        "1:1.91",
        "1536x1024",
        "3x2",
        "#FFF",
        "#ff5533",
        "#FF553380",
        "1234567890123456"
    );

    /// <summary>Whole files.</summary>
    public static Gen<string> Programs { get; } =
        Gen.Sized(size =>
            Join(
                Gen.Frequency((9, Just("")), (1, Just("\uFEFF"))),
                Space,
                Join(Statement(3), Join(Break, Statement(3)).Some(Math.Clamp(size / 10, 1, 8)), Space).Maybe()
            )
        );

    private static Gen<string> Value(int depth) =>
        depth == 0
            ? Gen.OneOf(StringGenerator.Any, Literal, Path)
            : Gen.Frequency((4, StringGenerator.Any), (3, Literal), (3, Path), (2, List(depth)));

    private static Gen<string> List(int depth) =>
        Join(Just("["), Space, Items(Value(depth - 1)).Maybe(), Space, Just("]"));

    private static Gen<string> Items(Gen<string> item) =>
        Join(item, Join(Space, Just(","), Space, item).Some(3), Join(Space, Just(",")).Maybe());

    private static Gen<string> Body(int depth) =>
        depth == 0
            ? Join(Just("{"), Space, Just("}"))
            : Join(Just("{"), Space, Statements(depth - 1).Maybe(), Space, Just("}"));

    private static Gen<string> Statements(int depth) =>
        Join(
            Statement(depth),
            Join(Gen.OneOf(Break, Join(Space, Just(","), Space)), Statement(depth)).Some(3),
            Join(Space, Just(",")).Maybe()
        );

    private static Gen<string> Statement(int depth)
    {
        Gen<string> body = Join(Gap, Body(depth)).Maybe();
        Gen<string> value = Value(depth);
        Gen<string> property = Join(Identifier, Gap, Just(":"), Gap, value);
        Gen<string> block = Join(Kind, Join(Blank, value, Join(Blank, value).Maybe()).Maybe(), body);
        Gen<string> use = Join(Just("use"), Gap, StringGenerator.Any, Join(Gap, Just("as"), Blank, Identifier).Maybe());
        Gen<string> param = Join(
            Join(Just("param"), Blank, Identifier, Gap, Just(":"), Gap, Identifier),
            Join(Gap, Just("["), Space, Items(value), Space, Just("]")).Maybe(),
            Join(Gap, Just("="), Gap, value).Maybe(),
            body
        );
        Gen<string> define = Join(
            Join(Just("define"), Blank, Identifier, Blank, Identifier),
            Join(Blank, value).Maybe(),
            body
        );
        Gen<string> include = Join(Just("include"), Blank, Path);
        Gen<string> pattern = Gen.OneOf(
            Join(Blank, Identifier, Blank),
            Join(Gap, Just("["), Space, Items(Identifier), Space, Just("]"), Gap)
        );
        Gen<string> loop = Join(Just("for"), pattern, Just("in"), Blank, value, Gap, Body(depth));
        return Gen.Frequency((6, property), (6, block), (1, use), (2, param), (2, define), (1, include), (1, loop));
    }
}
