using PromptDsl.Compilation.Documents;
using PromptDsl.Compilation.Phrasing;
using PromptDsl.Semantics.Model;

namespace PromptDsl.Compilation;

/// <summary>Puts a stage into words.</summary>
public static class Lowering
{
    /// <summary>Everything that a stage says to the model, in order and in words.</summary>
    /// <param name="stage">The stage, with all names looked up.</param>
    /// <param name="locale">The language of the connecting words: <c>en</c> or <c>ko</c>.</param>
    public static PromptDocument Lower(Stage stage, string locale) =>
        new StageLowering(new LoweringContext(stage, locale)).Lower();
}
