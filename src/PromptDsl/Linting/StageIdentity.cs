using PromptDsl.Compilation;

namespace PromptDsl.Linting;

/// <summary>Tells stages of different builds apart: what does not vary is looked at once.</summary>
internal static class StageIdentity
{
    /// <summary>The same for two stages that send the same and expect the same.</summary>
    public static string Of(CompiledStage stage) =>
        string.Join(
            '\0',
            [
                stage.Name,
                stage.Prompt.Text,
                stage.Request.ToJson(),
                .. stage.Model.Expect.Select(f => $"{f.Key}: {f.Value.Written}"),
            ]
        );
}
