using PromptDsl.Compilation;
using PromptDsl.Semantics.Model;
using PromptDsl.Targets.Requests;
using PromptDsl.Text;

namespace PromptDsl.Locking;

/// <summary>A picture file that a request sends.</summary>
/// <param name="Path">The logical path.</param>
/// <param name="Place">Where the source names it.</param>
internal sealed record SentPicture(string Path, SourceSpan Place)
{
    /// <summary>The references and the mask of a stage.</summary>
    public static IEnumerable<SentPicture> Of(CompiledStage stage)
    {
        IEnumerable<SentPicture> inputs = stage
            .Request.Inputs.Select(i => i.Source)
            .OfType<FileInput>()
            .Select(f => new SentPicture(f.Path, PlaceOf(stage, f)));
        return stage.Request.Mask is { } mask
            ? inputs.Append(new SentPicture(mask.Source.Path, stage.Model.Mask?.Place ?? stage.Model.Place))
            : inputs;
    }

    private static SourceSpan PlaceOf(CompiledStage stage, FileInput file)
    {
        PictureUse? use = stage.Model.Inputs.FirstOrDefault(i => i.Source == file)?.Uses.FirstOrDefault();
        return use?.Reference?.Image.Place ?? use?.Place ?? stage.Model.Place;
    }
}
