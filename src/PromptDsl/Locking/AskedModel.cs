using PromptDsl.Compilation;
using PromptDsl.Targets;
using PromptDsl.Text;

namespace PromptDsl.Locking;

/// <summary>A model as the source, the command line or a default asks for it, before it is pinned.</summary>
/// <param name="Id">The id that is asked for.</param>
/// <param name="Place">Where the source says so; else the stage.</param>
internal sealed record AskedModel(string Id, SourceSpan Place)
{
    public static AskedModel Of(CompiledStage stage, ModelCatalog catalog) =>
        new(
            stage.Model.Parameters.Model ?? catalog.DefaultModel.Id,
            stage.Model.Technical["model"]?.Place ?? stage.Model.Place
        );
}
