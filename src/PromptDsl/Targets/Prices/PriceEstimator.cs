using System.Collections.Immutable;
using PromptDsl.Targets.Requests;
using PromptDsl.Values;

namespace PromptDsl.Targets.Prices;

/// <summary>
/// Says what a request costs before it is sent, from the published facts alone. Discounts for cached
/// input and for batches are left out: whether they apply to pictures is not documented.
/// </summary>
public static class PriceEstimator
{
    /// <summary>Estimates the price of all sendings of a request.</summary>
    /// <param name="model">The image model, or null when the catalog does not have it.</param>
    /// <param name="request">The request.</param>
    /// <param name="prompt">The text of the prompt.</param>
    /// <param name="inputSizes">The sizes of the input pictures in the order of the request; null for one not known.</param>
    public static PriceEstimate Estimate(
        ImageModel? model,
        ImageRequest request,
        string prompt,
        ImmutableArray<ImageSize?> inputSizes
    )
    {
        ImageModel facts = model ?? new ImageModel { Id = request.Model };
        IEnumerable<PricePart?> parts =
        [
            InputPrices.Text(facts, request, prompt),
            InputPrices.Images(facts, request, inputSizes),
            InputPrices.Mask(facts, request),
            OutputPrices.Pictures(facts, request),
            OutputPrices.PartialImages(facts, request),
            Conversation(request),
        ];
        return new PriceEstimate([.. parts.OfType<PricePart>()]);
    }

    private static PricePart? Conversation(ImageRequest request) =>
        request.ConversationModel is { } model
            ? PricePart.NotKnown(
                PricePartKind.Conversation,
                $"the tokens of the language model `{model}` and their price are not in the catalog"
            )
            : null;
}
