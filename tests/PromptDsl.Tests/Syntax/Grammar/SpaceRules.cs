using Sprache;
using static PromptDsl.Tests.Syntax.Grammar.CharacterRules;

namespace PromptDsl.Tests.Syntax.Grammar;

/// <summary>White space and comments of <c>grammars/imgp.ebnf</c>. Each rule tells whether it holds a line break.</summary>
internal static class SpaceRules
{
    private static readonly Parser<bool> LineComment =
        from open in Parse.String("//")
        from text in CommentText.Many()
        select false;

    private static readonly Parser<bool> BlockComment =
        from open in Parse.String("/*")
        from lines in Parse.String("*/").Not().Then(_ => LineBreak.Return(true).Or(CommentText.Return(false))).Many()
        from close in Parse.String("*/")
        select lines.Contains(true);

    /// <summary>White space and comments on one line.</summary>
    public static readonly Parser<bool> Gap = Blank
        .Return(false)
        .Or(BlockComment.Where(hasBreak => !hasBreak))
        .Many()
        .Return(false);

    /// <summary>White space and comments.</summary>
    public static readonly Parser<bool> Space = Blank
        .Return(false)
        .Or(LineBreak.Return(true))
        .Or(BlockComment)
        .Or(LineComment)
        .Many()
        .Select(pieces => pieces.Contains(true));

    /// <summary>White space and comments over more than one line.</summary>
    public static readonly Parser<bool> Break = Space.Where(hasBreak => hasBreak);
}
