using PromptDsl.Linting.Passages;
using PromptDsl.Semantics.Values;

namespace PromptDsl.Linting.Rules.References;

/// <summary>Where a stage speaks of a picture.</summary>
internal static class ReferenceUse
{
    /// <summary>Whether a text of the stage names the picture, or an object is made from it.</summary>
    public static bool IsNamed(StageContext context, string name) =>
        context.Passages.Any(p => p.Text.Runs.Any(r => r.Picture == name))
        || SceneWalk
            .Things(context.Stage.Scene.Things)
            .Any(t => t.Thing.Fields["from"] is NameValue from && from.Name == name);
}
