using System.Collections.Immutable;

namespace PromptDsl.Generator.Models;

/// <summary>The table of facts: a new fact is a row here and a property of <c>ImageModel</c>.</summary>
internal static class FactColumns
{
    private const string Words = "ImmutableArray<string>";

    public static readonly ImmutableArray<FactColumn> All =
    [
        new("snapshots", "Snapshots", Words, (r, n) => r.Words(n), "Snapshots"),
        new("status", "Status", "ModelStatus", (r, n) => r.Status(n), "Status"),
        new("shutdown", "Shutdown", "DateOnly?", (r, n) => r.DateOrNone(n), "Shutdown date"),
        new("replacements", "Replacements", Words, (r, n) => r.Words(n), "Replacements"),
        new("generations", "Endpoints.Generations", "bool", (r, n) => r.Flag(n), "Images generations"),
        new("edits", "Endpoints.Edits", "bool", (r, n) => r.Flag(n), "Images edits"),
        new("responses", "Endpoints.Responses", "bool", (r, n) => r.Flag(n), "Responses tool"),
        new("batch", "Endpoints.Batch", "bool", (r, n) => r.Flag(n), "Batch"),
        new("size", "Size", "SizeRule", (r, n) => r.SizeRule(n), "Sizes, pixels"),
        new("qualities", "Qualities", Words, (r, n) => r.Words(n), "Qualities"),
        new("formats", "Formats", Words, (r, n) => r.Words(n), "Output formats"),
        new(
            "single-image-formats",
            "SingleImageFormats",
            Words,
            (r, n) => r.Words(n),
            "Formats with one image per request"
        ),
        new("backgrounds", "Backgrounds", Words, (r, n) => r.Words(n), "Backgrounds"),
        new("preview-backgrounds", "PreviewBackgrounds", Words, (r, n) => r.Words(n), "Backgrounds in preview"),
        new("moderations", "Moderations", Words, (r, n) => r.Words(n), "Moderation"),
        new("complexities", "Complexities", Words, (r, n) => r.Words(n), "Complexity"),
        new("input-fidelities", "InputFidelities", Words, (r, n) => r.Words(n), "Input fidelity"),
        new("always-high-fidelity", "AlwaysHighFidelity", "bool", (r, n) => r.Flag(n), "Always high input fidelity"),
        new(
            "high-fidelity-inputs",
            "HighFidelityInputs",
            "int",
            (r, n) => r.Integer(n),
            "First inputs that high fidelity favours"
        ),
        new("markup", "Markup", "bool", (r, n) => r.Flag(n), "Markup"),
        new("mask", "Mask", "bool", (r, n) => r.Flag(n), "Mask"),
        new("max-count", "MaxCount", "int", (r, n) => r.Integer(n), "Images per request, at most"),
        new("max-prompt-chars", "MaxPromptChars", "int", (r, n) => r.Integer(n), "Prompt characters, at most"),
        new("max-input-images", "MaxInputImages", "int", (r, n) => r.Integer(n), "Input images, at most"),
        new("max-input-megabytes", "MaxInputMegabytes", "int", (r, n) => r.Integer(n), "Input image, megabytes, below"),
        new("input-formats", "InputFormats", Words, (r, n) => r.Words(n), "Input formats"),
        new("streaming", "Streaming", "bool", (r, n) => r.Flag(n), "Streaming"),
        new("max-partial-images", "MaxPartialImages", "int", (r, n) => r.Integer(n), "Partial images, at most"),
        new("east-asian-text", "EastAsianText", "bool", (r, n) => r.Flag(n), "Renders Hangul, Kana and Han"),
        Price("text-input-price", "TextInput", "Text input"),
        Price("cached-text-input-price", "CachedTextInput", "Cached text input"),
        Price("image-input-price", "ImageInput", "Image input"),
        Price("cached-image-input-price", "CachedImageInput", "Cached image input"),
        Price("image-output-price", "ImageOutput", "Image output"),
        Price("text-output-price", "TextOutput", "Text output"),
        new("output-price", "Prices.PerImage", "PerImageTable", (r, n) => r.PerImage(n), "Output, $ per image"),
        new("output-tokens", "Tokens.Output", "PerImageTable", (r, n) => r.PerImage(n), "Output tokens per image"),
        new(
            "partial-image-tokens",
            "Tokens.PerPartialImage",
            "int",
            (r, n) => r.Integer(n),
            "Output tokens per partial image"
        ),
        new("input-tokens", "Tokens.Input", "InputTokenRule", (r, n) => r.InputTokens(n), "Tokens per input image"),
        new(
            "observed-edit-input-tokens",
            "Tokens.ObservedEditInput",
            "int",
            (r, n) => r.Integer(n),
            "Input tokens of one reported 1024x1024 edit"
        ),
    ];

    private static FactColumn Price(string key, string property, string title) =>
        new(key, "Prices." + property, "decimal", (r, n) => r.Price(n), title + ", $ per million tokens");
}
