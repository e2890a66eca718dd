using PromptDsl.Semantics.Model;
using PromptDsl.Semantics.Values;
using PromptDsl.Targets.Requests;

namespace PromptDsl.Semantics.Binding.Stages;

/// <summary>Reads <c>technical</c> as parameters of the API.</summary>
internal static class TechnicalReader
{
    /// <summary>What a stage says on top of what the file says.</summary>
    public static FieldSet Overlay(FieldSet outer, FieldSet inner)
    {
        // A size of the stage goes before a ratio of the file, and the other way round.
        bool resizes = inner.Find("size") is not null || inner.Find("aspect") is not null;
        FieldSet kept = resizes ? new FieldSet([.. outer.Where(f => f.Key is not ("size" or "aspect"))]) : outer;
        return kept.Overlay(inner);
    }

    public static ImageParameters Read(FieldSet technical, int count, CompilerOptions options) =>
        new()
        {
            Model = options.Model ?? Text(technical, "model") ?? options.DefaultModel,
            Aspect = (technical["aspect"] as RatioValue)?.Ratio,
            Size = (technical["size"] as SizeValue)?.Size,
            AutoSize = technical.Word("size") == "auto",
            Quality = technical.Word("quality") ?? options.DefaultQuality,
            Format = technical.Word("format"),
            Compression = technical.Integer("compression"),
            Background = technical.Word("background"),
            Count = count,
            Moderation = technical.Word("moderation"),
            InputFidelity = technical.Word("input-fidelity"),
            PartialImages = technical.Integer("partial-images"),
            Complexity = technical.Word("complexity"),
            ConversationModel = Text(technical, "conversation-model"),
        };

    public static ApiRoute Route(string? via) => via == "responses" ? ApiRoute.Responses : ApiRoute.Images;

    private static string? Text(FieldSet fields, string key) => (fields[key] as TextValue)?.Text.Plain;
}
