using PromptDsl.Compilation;
using PromptDsl.Runtime.Providers;
using PromptDsl.Targets;
using PromptDsl.Targets.Prices;

namespace PromptDsl.Runtime.Budgets;

/// <summary>What a request cost, by the tokens that its response counts and the rates of the catalog.</summary>
internal static class UsagePrices
{
    /// <summary>Prices an answer.</summary>
    /// <param name="model">The image model, or null when the catalog does not have it.</param>
    /// <param name="stage">What was sent.</param>
    /// <param name="usage">What the response counts, or null when it counts nothing.</param>
    /// <param name="estimate">What it was estimated to cost: all that is known where the response says nothing.</param>
    public static PriceRange CostOf(ImageModel? model, CompiledStage stage, TokenUsage? usage, PriceRange estimate)
    {
        // The tokens of a conversation are those of its language model too, whose prices the catalog lacks.
        bool saysNothing = usage is null or { Input: null, TextInput: null, ImageInput: null };
        if (saysNothing || model is null || stage.Request.ConversationModel is not null)
        {
            return Uncounted(estimate);
        }

        return Input(model, stage, usage!) + Output(model, usage!);
    }

    /// <summary>What something cost whose tokens nobody counted: somewhere within the estimate.</summary>
    public static PriceRange Uncounted(PriceRange estimate) => new(estimate.Low, null, estimate.High, estimate.Unknown);

    private static PriceRange Input(ImageModel model, CompiledStage stage, TokenUsage usage)
    {
        long? text = usage.TextInput ?? usage.Input - usage.ImageInput;
        long? images = usage.ImageInput ?? usage.Input - text;
        if (text is null && stage.Request.Inputs.IsEmpty)
        {
            (text, images) = (usage.Input, 0);
        }

        PriceRange full =
            Part(PricePartKind.TextInput, text, model.Prices.TextInput, "text input", model)
            + Part(PricePartKind.ImageInput, images, model.Prices.ImageInput, "image input", model);
        return usage.CachedInput is > 0 and var cached && full.High is { } high
            ? PriceRange.Between(WithDiscount(model, full.Low, cached), null, high)
            : full;
    }

    private static PriceRange Output(ImageModel model, TokenUsage usage)
    {
        long? text = usage.TextOutput ?? (usage.ImageOutput is null ? 0 : usage.Output - usage.ImageOutput);
        long? images = usage.ImageOutput ?? usage.Output - text;
        return Part(PricePartKind.Output, images, model.Prices.ImageOutput, "pictures", model)
            + Part(PricePartKind.Output, text ?? 0, model.Prices.TextOutput, "text output", model);
    }

    /// <summary>Whether cached input is cheaper in the Images API is not documented: at most all of the discount.</summary>
    private static Money WithDiscount(ImageModel model, Money full, long cached)
    {
        decimal saved = Math.Max(
            Saving(model.Prices.TextInput, model.Prices.CachedTextInput),
            Saving(model.Prices.ImageInput, model.Prices.CachedImageInput)
        );
        Money low = full - Money.OfTokens(cached, saved);
        return low < Money.Zero ? Money.Zero : low;
    }

    private static decimal Saving(Fact<decimal> full, Fact<decimal> cached) =>
        !full.IsKnown ? 0
        : cached.IsKnown ? full.Value - cached.Value
        : full.Value;

    private static PriceRange Part(
        PricePartKind kind,
        long? tokens,
        Fact<decimal> rate,
        string what,
        ImageModel model
    ) =>
        tokens == 0 ? PriceRange.Zero
        : tokens is null ? PriceRange.NotKnown(kind, $"the response does not count the tokens of {what}")
        : rate.TryGet(out decimal perMillion) ? PriceRange.Exactly(Money.OfTokens(tokens.Value, perMillion))
        : PriceRange.NotKnown(kind, $"the price of {what} of `{model.Id}` is not known");
}
