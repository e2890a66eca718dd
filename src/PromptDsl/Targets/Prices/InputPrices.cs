using System.Collections.Immutable;
using System.Globalization;
using PromptDsl.Targets.Requests;
using PromptDsl.Values;

namespace PromptDsl.Targets.Prices;

/// <summary>
/// Prices what is sent. Whether a request for several pictures pays its input once or for each of them
/// is not documented: once is expected, each is the upper bound.
/// </summary>
internal static class InputPrices
{
    private const string Estimated = "estimated from the characters of the prompt, as no tokenizer is published";

    public static PricePart Text(ImageModel model, ImageRequest request, string prompt)
    {
        if (request.ConversationModel is { } writer)
        {
            return PricePart.NotKnown(
                PricePartKind.TextInput,
                $"`{writer}` rewrites the prompt before `{model.Id}` gets it"
            );
        }

        return model.Prices.TextInput.IsKnown
            ? Part(PricePartKind.TextInput, TextTokens.Estimate(prompt), model.Prices.TextInput, request, Estimated)
            : PricePart.NotKnown(PricePartKind.TextInput, $"the price of text input of `{model.Id}` is not known");
    }

    public static PricePart? Images(ImageModel model, ImageRequest request, ImmutableArray<ImageSize?> sizes)
    {
        if (request.PreviousResponse is not null)
        {
            return PricePart.NotKnown(
                PricePartKind.ImageInput,
                "how the pictures of earlier responses count as input is not documented"
            );
        }

        if (request.Inputs.IsEmpty)
        {
            return null;
        }

        if (!model.Tokens.Input.TryGet(out InputTokenRule? rule))
        {
            return PricePart.NotKnown(
                PricePartKind.ImageInput,
                $"how many tokens `{model.Id}` counts for input pictures is not published",
                Observed(model)
            );
        }

        if (sizes.IndexOf(null) is >= 0 and var unseen)
        {
            return PricePart.NotKnown(
                PricePartKind.ImageInput,
                $"the size of `{NameOf(request.Inputs[unseen].Source)}` is not known"
            );
        }

        bool isHigh = request.FindText("input_fidelity") == "high";
        var tokens = TokenRange.Exactly(sizes.Sum(s => TokensOf(s!.Value, rule, isHigh)));
        if (!model.Prices.ImageInput.IsKnown)
        {
            return PricePart.NotKnown(
                PricePartKind.ImageInput,
                $"the price of image input of `{model.Id}` is not known"
            ) with
            {
                Tokens = tokens,
                Sources = [model.Tokens.Input.Source!],
            };
        }

        PricePart part = Part(
            PricePartKind.ImageInput,
            tokens,
            model.Prices.ImageInput,
            request,
            "tiles of the inputs"
        );
        return part with { Sources = [model.Tokens.Input.Source!, .. part.Sources] };
    }

    public static PricePart? Mask(ImageModel model, ImageRequest request) =>
        request.Mask is null
            ? null
            : PricePart.NotKnown(
                PricePartKind.Mask,
                $"whether `{model.Id}` counts the mask as input is not documented"
            );

    /// <summary>
    /// Scaled until its shorter side is one tile, a picture is as many tiles long as its ratio, rounded up.
    /// </summary>
    private static int TokensOf(ImageSize size, InputTokenRule rule, bool isHigh)
    {
        int shorter = Math.Min(size.Width, size.Height);
        int tiles = (int)(((long)size.LongEdge + shorter - 1) / shorter);
        int fidelity =
            !isHigh ? 0
            : size.Width == size.Height ? rule.HighFidelitySquare
            : rule.HighFidelityOther;
        return rule.Base + rule.PerTile * tiles + fidelity;
    }

    private static PricePart Part(
        PricePartKind kind,
        TokenRange perSending,
        Fact<decimal> perMillion,
        ImageRequest request,
        string basis
    )
    {
        int once = request.Repeat;
        int each = request.Repeat * request.Count;
        var tokens = new TokenRange(perSending.Low * once, perSending.Expected * once, perSending.High * each);
        decimal rate = perMillion.Value;
        return new PricePart(
            kind,
            PriceRange.Between(
                Money.OfTokens(tokens.Low, rate),
                tokens.Expected is { } likely ? Money.OfTokens(likely, rate) : null,
                Money.OfTokens(tokens.High, rate)
            ),
            basis
        )
        {
            Tokens = tokens,
            Sources = [perMillion.Source!],
        };
    }

    private static string? Observed(ImageModel model) =>
        model.Tokens.ObservedEditInput.TryGet(out int tokens)
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"one reported edit of a 1024x1024 picture used {tokens:N0} input tokens, its text included"
            )
            : null;

    private static string NameOf(InputSource source) =>
        source is StageInput stage ? stage.Stage : ((FileInput)source).Path;
}
