using Sprache;

namespace PromptDsl.Tests.Syntax.Grammar;

/// <summary>
/// A second reading of <c>grammars/imgp.ebnf</c>, made of combinators over characters and sharing
/// nothing with the parser: it says whether a text is a file of the language, and no more.
/// </summary>
internal static class SpracheRecognizer
{
    private static readonly Parser<bool> File =
        from mark in CharacterRules.ByteOrderMark.Optional()
        from before in SpaceRules.Space
        from statements in (
            from first in NestedRules.Outermost.Statement
            from others in SpaceRules.Break.Then(_ => NestedRules.Outermost.Statement).Many()
            from after in SpaceRules.Space
            select first
        ).Optional()
        from end in Parse.Return(true).End()
        select end;

    public static bool Accepts(string text) => File(new CharacterInput(text, 0)).WasSuccessful;
}
