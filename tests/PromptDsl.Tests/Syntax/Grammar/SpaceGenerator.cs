using FsCheck;
using FsCheck.Fluent;
using static PromptDsl.Tests.Syntax.Grammar.GenExtensions;

namespace PromptDsl.Tests.Syntax.Grammar;

/// <summary>White space and comments between the words of a generated program.</summary>
internal static class SpaceGenerator
{
    private static readonly Gen<string> CommentText = Gen.Elements(
        "",
        " plain",
        " \"quoted\" and ${slot}",
        " 한국어 주석 🎨",
        " { [ : ,",
        " # // \u00A0\u2028",
        "*"
    );

    public static readonly Gen<string> LineBreak = Gen.Frequency((6, Just("\n")), (3, Just("\r\n")), (1, Just("\r")));

    private static readonly Gen<string> ShortComment = Join(Just("/*"), CommentText, Just(" */"));

    private static readonly Gen<string> LongComment = Join(
        Just("/*"),
        CommentText,
        LineBreak,
        CommentText,
        Just(" */")
    );

    private static readonly Gen<string> LineComment = Join(Just("//"), CommentText, LineBreak);

    /// <summary>Between words that would otherwise touch.</summary>
    public static readonly Gen<string> Blank = Gen.Frequency((8, Just(" ")), (1, Just("\t  ")), (1, ShortComment));

    /// <summary>Where nothing need stand and the line goes on.</summary>
    public static readonly Gen<string> Gap = Gen.Frequency((3, Just("")), (4, Just(" ")), (1, Blank));

    /// <summary>Where nothing need stand and lines may end.</summary>
    public static readonly Gen<string> Space = Gen.Frequency(
        (4, Just("")),
        (4, Gap),
        (3, Join(LineBreak, Gap)),
        (1, LineComment),
        (1, LongComment),
        (1, Join(LineBreak, LineBreak, Just("    ")))
    );

    /// <summary>Between two statements.</summary>
    public static readonly Gen<string> Break = Gen.Frequency(
        (6, Join(Gap, LineBreak, Space)),
        (1, LongComment),
        (1, Join(Just(" "), LineComment, Space))
    );
}
