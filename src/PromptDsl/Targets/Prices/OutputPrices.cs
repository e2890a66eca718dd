using System.Collections.Immutable;
using PromptDsl.Targets.Requests;
using PromptDsl.Values;

namespace PromptDsl.Targets.Prices;

/// <summary>
/// Prices what comes back: by the published price of a picture, else by its published tokens. Of a
/// quality or size that the model chooses, the figures are the bounds of all that it can choose.
/// </summary>
internal static class OutputPrices
{
    public static PricePart Pictures(ImageModel model, ImageRequest request)
    {
        if (request.FindText("output_format") == "svg")
        {
            return NotKnown($"what `{model.Id}` writes as SVG is paid by tokens that are not published");
        }

        Fact<PerImageTable> prices = model.Prices.PerImage;
        Fact<PerImageTable> tokens = model.Tokens.Output;
        bool hasTokens = tokens.IsKnown && model.Prices.ImageOutput.IsKnown;
        if (!prices.IsKnown && !hasTokens)
        {
            return NotKnown($"how many output tokens a picture of `{model.Id}` takes is not published");
        }

        string? quality = request.FindText("quality") is { } said && said != "auto" ? said : null;
        ImageSize? size = request.Size.Size;
        ImmutableArray<string> qualities = quality is null ? QualitiesOf(model) : [quality];
        ImmutableArray<ImageSize> sizes = size is { } one ? [one] : SizesOf(model);
        if (sizes.IsEmpty)
        {
            return NotKnown($"`{model.Id}` chooses the size, and prices are published for some sizes alone");
        }

        decimal[]? counts = Find(tokens, qualities, sizes);
        if (Find(prices, qualities, sizes) is { } listed)
        {
            return Part(listed, "the published price of a picture", [prices.Source!]);
        }

        return counts is not null && hasTokens
            ? Part(
                [.. counts.Select(c => Money.OfTokens(c, model.Prices.ImageOutput.Value).Dollars)],
                "the published tokens of a picture",
                [tokens.Source!, model.Prices.ImageOutput.Source!]
            )
            : NotKnown(NotListed(model, prices.IsKnown ? prices.Value : tokens.Value, quality, size));

        PricePart Part(decimal[] dollars, string basis, ImmutableArray<FactSource> sources) =>
            new(PricePartKind.Output, RangeOf(dollars) * (request.Count * request.Repeat), basis)
            {
                Tokens = TokensOf(counts, request.Count * request.Repeat),
                Sources = sources,
            };
    }

    /// <summary>Fewer partial images than asked for may arrive, so the lower bound is none.</summary>
    public static PricePart? PartialImages(ImageModel model, ImageRequest request)
    {
        int asked = request.FindNumber("partial_images") ?? 0;
        if (asked == 0)
        {
            return null;
        }

        Fact<int> each = model.Tokens.PerPartialImage;
        Fact<decimal> perMillion = model.Prices.ImageOutput;
        if (!each.IsKnown || !perMillion.IsKnown)
        {
            return PricePart.NotKnown(
                PricePartKind.PartialImages,
                $"the output tokens of the partial images of `{model.Id}` are not published"
            );
        }

        int tokens = asked * each.Value * request.Count * request.Repeat;
        var most = Money.OfTokens(tokens, perMillion.Value);
        return new PricePart(
            PricePartKind.PartialImages,
            PriceRange.Between(Money.Zero, most, most),
            "the published tokens of a partial image, for each that may arrive"
        )
        {
            Tokens = new TokenRange(0, tokens, tokens),
            Sources = [each.Source!, perMillion.Source!],
        };
    }

    private static ImmutableArray<string> QualitiesOf(ImageModel model) =>
        model.Qualities.TryGet(out ImmutableArray<string> all) ? [.. all.Where(q => q != "auto")] : [];

    /// <summary>The sizes that a model can choose from; none when they are not a list.</summary>
    private static ImmutableArray<ImageSize> SizesOf(ImageModel model) =>
        model.Size.TryGet(out SizeRule? rule) && rule is FixedSizeRule list ? list.Sizes : [];

    /// <summary>The numbers of all combinations, or null unless every one of them is listed.</summary>
    private static decimal[]? Find(
        Fact<PerImageTable> fact,
        ImmutableArray<string> qualities,
        ImmutableArray<ImageSize> sizes
    )
    {
        if (!fact.TryGet(out PerImageTable? table) || qualities.IsEmpty)
        {
            return null;
        }

        decimal?[] found = [.. qualities.SelectMany(q => sizes.Select(s => table.Find(q, s)))];
        return found.Contains(null) ? null : [.. found.Select(f => f!.Value)];
    }

    private static string NotListed(ImageModel model, PerImageTable table, string? quality, ImageSize? size)
    {
        string what = $"no price of `{model.Id}` is published for";
        return size is { } asked && table.Rows.All(r => r.Size != asked)
            ? $"{what} {asked}, only for {string.Join(", ", table.Rows.Select(r => r.Size).Distinct())}"
            : $"{what} {size?.ToString() ?? "the size it chooses"} at quality {quality ?? "auto"}";
    }

    private static PriceRange RangeOf(decimal[] dollars)
    {
        decimal low = dollars.Min();
        decimal high = dollars.Max();
        return PriceRange.Between(new Money(low), low == high ? new Money(low) : null, new Money(high));
    }

    private static TokenRange? TokensOf(decimal[]? counts, int pictures)
    {
        if (counts is null)
        {
            return null;
        }

        int low = (int)counts.Min() * pictures;
        int high = (int)counts.Max() * pictures;
        return new TokenRange(low, low == high ? low : null, high);
    }

    private static PricePart NotKnown(string reason) => PricePart.NotKnown(PricePartKind.Output, reason);
}
