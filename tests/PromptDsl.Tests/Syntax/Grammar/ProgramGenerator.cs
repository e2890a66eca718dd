using FsCheck;
using FsCheck.Fluent;
using static PromptDsl.Tests.Syntax.Grammar.GenExtensions;
using static PromptDsl.Tests.Syntax.Grammar.SpaceGenerator;

namespace PromptDsl.Tests.Syntax.Grammar;

/// <summary>Programs that the grammar derives: every form of statement and value, laid out in every way.</summary>
internal sealed class ProgramGenerator
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

    private static readonly ProgramGenerator Outermost = new(new(new(new(inner: null))));

    private readonly Gen<string> _value;
    private readonly Gen<string> _statement;

    /// <summary>Generators around <paramref name="inner"/>, those of one more depth; none where nothing is to be nested.</summary>
    private ProgramGenerator(ProgramGenerator? inner)
    {
        _value = inner is null
            ? Gen.OneOf(StringGenerator.Any, Literal, Path)
            : Gen.Frequency((4, StringGenerator.Any), (3, Literal), (3, Path), (2, List(inner._value)));

        Gen<string> body = Join(Gap, Body(inner));
        Gen<string> property = Join(Identifier, Gap, Just(":"), Gap, _value);
        Gen<string> block = Join(Kind, Join(Blank, _value, Join(Blank, _value).Maybe()).Maybe(), body.Maybe());
        Gen<string> use = Join(Just("use"), Gap, StringGenerator.Any, Join(Gap, Just("as"), Blank, Identifier).Maybe());
        Gen<string> param = Join(
            Join(Just("param"), Blank, Identifier, Gap, Just(":"), Gap, Identifier),
            Join(Gap, List(_value)).Maybe(),
            Join(Gap, Just("="), Gap, _value).Maybe(),
            body.Maybe()
        );
        Gen<string> define = Join(
            Join(Just("define"), Blank, Identifier, Blank, Identifier),
            Join(Blank, _value).Maybe(),
            body.Maybe()
        );
        Gen<string> include = Join(Just("include"), Blank, Path);
        Gen<string> pattern = Gen.OneOf(
            Join(Blank, Identifier, Blank),
            Join(Gap, Just("["), Space, Items(Identifier), Space, Just("]"), Gap)
        );
        Gen<string> loop = Join(Just("for"), pattern, Just("in"), Blank, _value, body);
        _statement = Gen.Frequency(
            (6, property),
            (6, block),
            (1, use),
            (2, param),
            (2, define),
            (1, include),
            (1, loop)
        );
    }

    /// <summary>Whole files.</summary>
    public static Gen<string> Programs { get; } =
        Join(
            Gen.Frequency((9, Just("")), (1, Just("\uFEFF"))),
            Space,
            Join(Outermost._statement, Join(Break, Outermost._statement).Some(5), Space).Maybe()
        );

    private static Gen<string> List(Gen<string> item) => Join(Just("["), Space, Items(item).Maybe(), Space, Just("]"));

    private static Gen<string> Items(Gen<string> item) =>
        Join(item, Join(Space, Just(","), Space, item).Some(3), Join(Space, Just(",")).Maybe());

    private static Gen<string> Body(ProgramGenerator? inner) =>
        Join(Just("{"), Space, inner is null ? Just("") : Statements(inner._statement).Maybe(), Space, Just("}"));

    private static Gen<string> Statements(Gen<string> statement) =>
        Join(
            statement,
            Join(Gen.OneOf(Break, Join(Space, Just(","), Space)), statement).Some(3),
            Join(Space, Just(",")).Maybe()
        );
}
