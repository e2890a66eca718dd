namespace PromptDsl.Targets;

/// <summary>What a model costs, in US dollars per million tokens unless it says otherwise.</summary>
public sealed record ModelPrices
{
    /// <summary>The prompt.</summary>
    public Fact<decimal> TextInput { get; init; }

    /// <summary>The part of the prompt that the API has cached.</summary>
    public Fact<decimal> CachedTextInput { get; init; }

    /// <summary>Input images.</summary>
    public Fact<decimal> ImageInput { get; init; }

    /// <summary>Input images that the API has cached.</summary>
    public Fact<decimal> CachedImageInput { get; init; }

    /// <summary>The pictures that come back.</summary>
    public Fact<decimal> ImageOutput { get; init; }

    /// <summary>Text that comes back.</summary>
    public Fact<decimal> TextOutput { get; init; }

    /// <summary>The price of one image by quality and size, in US dollars, without its input.</summary>
    public Fact<PerImageTable> PerImage { get; init; }

    internal ModelPrices Over(ModelPrices under) =>
        new()
        {
            TextInput = TextInput.Or(under.TextInput),
            CachedTextInput = CachedTextInput.Or(under.CachedTextInput),
            ImageInput = ImageInput.Or(under.ImageInput),
            CachedImageInput = CachedImageInput.Or(under.CachedImageInput),
            ImageOutput = ImageOutput.Or(under.ImageOutput),
            TextOutput = TextOutput.Or(under.TextOutput),
            PerImage = PerImage.Or(under.PerImage),
        };
}
