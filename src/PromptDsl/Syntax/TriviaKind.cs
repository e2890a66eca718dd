namespace PromptDsl.Syntax;

/// <summary>What a piece of trivia is.</summary>
public enum TriviaKind
{
    WhiteSpace,
    LineBreak,
    LineComment,
    BlockComment,
    ByteOrderMark,
}
