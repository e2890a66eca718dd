using PromptDsl.Semantics.Model;
using PromptDsl.Targets.Requests;

namespace PromptDsl.Semantics.Binding.Stages;

/// <summary>A picture that is to be sent, before it has a number.</summary>
internal readonly record struct PictureSource(InputSource Source, PictureUse Use)
{
    /// <summary>What <c>from</c> names.</summary>
    public static PictureSource Of(StageSource source) =>
        source.Stage is { } stage
            ? new(new StageInput(stage), new PictureUse(stage, null, source.Place))
            : new(new FileInput(source.File!.Path), new PictureUse(null, null, source.Place));

    public static PictureSource Of(Reference reference) =>
        new(new FileInput(reference.Image.Path), new PictureUse(reference.Name, reference, reference.Place));

    /// <summary>A reference that a file without stages edits.</summary>
    public static PictureSource OfEdited(Reference reference)
    {
        PictureSource source = Of(reference);
        return source with { Use = source.Use with { IsEdited = true } };
    }
}
