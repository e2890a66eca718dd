using System.Collections.Immutable;

namespace PromptDsl.Targets;

/// <summary>The facts that the catalog may state about a model, in the order in which they are shown.</summary>
public static class ModelFacts
{
    public static ImmutableArray<ModelFact> All { get; } =
    [
        new ModelFact<ImmutableArray<string>>(
            "snapshots",
            "Snapshots",
            m => m.Snapshots,
            (m, f) => m with { Snapshots = f }
        ),
        new ModelFact<ModelStatus>("status", "Status", m => m.Status, (m, f) => m with { Status = f }),
        new ModelFact<DateOnly?>("shutdown", "Shutdown date", m => m.Shutdown, (m, f) => m with { Shutdown = f }),
        new ModelFact<ImmutableArray<string>>(
            "replacements",
            "Replacements",
            m => m.Replacements,
            (m, f) => m with { Replacements = f }
        ),
        new ModelFact<bool>(
            "generations",
            "Images generations",
            m => m.Endpoints.Generations,
            (m, f) => m with { Endpoints = m.Endpoints with { Generations = f } }
        ),
        new ModelFact<bool>(
            "edits",
            "Images edits",
            m => m.Endpoints.Edits,
            (m, f) => m with { Endpoints = m.Endpoints with { Edits = f } }
        ),
        new ModelFact<bool>(
            "responses",
            "Responses tool",
            m => m.Endpoints.Responses,
            (m, f) => m with { Endpoints = m.Endpoints with { Responses = f } }
        ),
        new ModelFact<bool>(
            "batch",
            "Batch",
            m => m.Endpoints.Batch,
            (m, f) => m with { Endpoints = m.Endpoints with { Batch = f } }
        ),
        new ModelFact<SizeRule>("size", "Sizes, pixels", m => m.Size, (m, f) => m with { Size = f }),
        new ModelFact<ImmutableArray<string>>(
            "qualities",
            "Qualities",
            m => m.Qualities,
            (m, f) => m with { Qualities = f }
        ),
        new ModelFact<ImmutableArray<string>>(
            "formats",
            "Output formats",
            m => m.Formats,
            (m, f) => m with { Formats = f }
        ),
        new ModelFact<ImmutableArray<string>>(
            "single-image-formats",
            "Formats with one image per request",
            m => m.SingleImageFormats,
            (m, f) => m with { SingleImageFormats = f }
        ),
        new ModelFact<ImmutableArray<string>>(
            "backgrounds",
            "Backgrounds",
            m => m.Backgrounds,
            (m, f) => m with { Backgrounds = f }
        ),
        new ModelFact<ImmutableArray<string>>(
            "preview-backgrounds",
            "Backgrounds in preview",
            m => m.PreviewBackgrounds,
            (m, f) => m with { PreviewBackgrounds = f }
        ),
        new ModelFact<ImmutableArray<string>>(
            "moderations",
            "Moderation",
            m => m.Moderations,
            (m, f) => m with { Moderations = f }
        ),
        new ModelFact<ImmutableArray<string>>(
            "complexities",
            "Complexity",
            m => m.Complexities,
            (m, f) => m with { Complexities = f }
        ),
        new ModelFact<ImmutableArray<string>>(
            "input-fidelities",
            "Input fidelity",
            m => m.InputFidelities,
            (m, f) => m with { InputFidelities = f }
        ),
        new ModelFact<bool>(
            "always-high-fidelity",
            "Always high input fidelity",
            m => m.AlwaysHighFidelity,
            (m, f) => m with { AlwaysHighFidelity = f }
        ),
        new ModelFact<int>(
            "high-fidelity-inputs",
            "First inputs that high fidelity favours",
            m => m.HighFidelityInputs,
            (m, f) => m with { HighFidelityInputs = f }
        ),
        new ModelFact<bool>("markup", "Markup", m => m.Markup, (m, f) => m with { Markup = f }),
        new ModelFact<bool>("mask", "Mask", m => m.Mask, (m, f) => m with { Mask = f }),
        new ModelFact<int>(
            "max-count",
            "Images per request, at most",
            m => m.MaxCount,
            (m, f) => m with { MaxCount = f }
        ),
        new ModelFact<int>(
            "max-prompt-chars",
            "Prompt characters, at most",
            m => m.MaxPromptChars,
            (m, f) => m with { MaxPromptChars = f }
        ),
        new ModelFact<int>(
            "max-input-images",
            "Input images, at most",
            m => m.MaxInputImages,
            (m, f) => m with { MaxInputImages = f }
        ),
        new ModelFact<int>(
            "max-input-megabytes",
            "Input image, megabytes, below",
            m => m.MaxInputMegabytes,
            (m, f) => m with { MaxInputMegabytes = f }
        ),
        new ModelFact<ImmutableArray<string>>(
            "input-formats",
            "Input formats",
            m => m.InputFormats,
            (m, f) => m with { InputFormats = f }
        ),
        new ModelFact<bool>("streaming", "Streaming", m => m.Streaming, (m, f) => m with { Streaming = f }),
        new ModelFact<int>(
            "max-partial-images",
            "Partial images, at most",
            m => m.MaxPartialImages,
            (m, f) => m with { MaxPartialImages = f }
        ),
        new ModelFact<bool>(
            "east-asian-text",
            "Renders Hangul, Kana and Han",
            m => m.EastAsianText,
            (m, f) => m with { EastAsianText = f }
        ),
        new ModelFact<decimal>(
            "text-input-price",
            "Text input, $ per million tokens",
            m => m.Prices.TextInput,
            (m, f) => m with { Prices = m.Prices with { TextInput = f } }
        ),
        new ModelFact<decimal>(
            "cached-text-input-price",
            "Cached text input, $ per million tokens",
            m => m.Prices.CachedTextInput,
            (m, f) => m with { Prices = m.Prices with { CachedTextInput = f } }
        ),
        new ModelFact<decimal>(
            "image-input-price",
            "Image input, $ per million tokens",
            m => m.Prices.ImageInput,
            (m, f) => m with { Prices = m.Prices with { ImageInput = f } }
        ),
        new ModelFact<decimal>(
            "cached-image-input-price",
            "Cached image input, $ per million tokens",
            m => m.Prices.CachedImageInput,
            (m, f) => m with { Prices = m.Prices with { CachedImageInput = f } }
        ),
        new ModelFact<decimal>(
            "image-output-price",
            "Image output, $ per million tokens",
            m => m.Prices.ImageOutput,
            (m, f) => m with { Prices = m.Prices with { ImageOutput = f } }
        ),
        new ModelFact<decimal>(
            "text-output-price",
            "Text output, $ per million tokens",
            m => m.Prices.TextOutput,
            (m, f) => m with { Prices = m.Prices with { TextOutput = f } }
        ),
        new ModelFact<PerImageTable>(
            "output-price",
            "Output, $ per image",
            m => m.Prices.PerImage,
            (m, f) => m with { Prices = m.Prices with { PerImage = f } }
        ),
        new ModelFact<PerImageTable>(
            "output-tokens",
            "Output tokens per image",
            m => m.Tokens.Output,
            (m, f) => m with { Tokens = m.Tokens with { Output = f } }
        ),
        new ModelFact<int>(
            "partial-image-tokens",
            "Output tokens per partial image",
            m => m.Tokens.PerPartialImage,
            (m, f) => m with { Tokens = m.Tokens with { PerPartialImage = f } }
        ),
        new ModelFact<InputTokenRule>(
            "input-tokens",
            "Tokens per input image",
            m => m.Tokens.Input,
            (m, f) => m with { Tokens = m.Tokens with { Input = f } }
        ),
        new ModelFact<int>(
            "observed-edit-input-tokens",
            "Input tokens of one reported 1024x1024 edit",
            m => m.Tokens.ObservedEditInput,
            (m, f) => m with { Tokens = m.Tokens with { ObservedEditInput = f } }
        ),
    ];

    /// <summary>The fact of a name, or null.</summary>
    public static ModelFact? Find(string key) => All.FirstOrDefault(f => f.Key == key);
}
