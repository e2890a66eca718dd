using PromptDsl.Targets.Prices;
using PromptDsl.Targets.Requests;
using PromptDsl.Values;
using Xunit;

namespace PromptDsl.Tests.Targets.Prices;

public class InputPriceTests
{
    private static readonly ImageParameters Old = new() { Model = "gpt-image-1", Quality = "low" };

    [Theory]
    [InlineData("1024x1024", null, 65 + 129)]
    [InlineData("1024x1024", "low", 65 + 129)]
    [InlineData("300x300", null, 65 + 129)]
    [InlineData("1024x1536", null, 65 + 2 * 129)]
    [InlineData("1024x2048", null, 65 + 2 * 129)]
    [InlineData("1024x2049", null, 65 + 3 * 129)]
    [InlineData("3000x1000", null, 65 + 3 * 129)]
    [InlineData("1024x1024", "high", 65 + 129 + 4160)]
    [InlineData("1024x1536", "high", 65 + 2 * 129 + 6240)]
    [InlineData("1536x1024", "high", 65 + 2 * 129 + 6240)]
    public void An_input_picture_counts_its_tiles(string size, string? fidelity, int tokens)
    {
        PricePart part = Images(Old with { InputFidelity = fidelity }, PriceCase.Size(size));
        Assert.Equal(TokenRange.Exactly(tokens), part.Tokens);
        Assert.Equal(PriceRange.Exactly(new Money(tokens * 0.00001m)), part.Price);
        Assert.Equal(["vision-copy", "model-pages"], part.Sources.Select(s => s.Id));
    }

    [Theory]
    [InlineData("gpt-image-1", null, "the size of `photo.png` is not known")]
    [InlineData("gpt-image-1.5", "1024x1024", "the price of image input of `gpt-image-1.5` is not known")]
    [InlineData(
        "gpt-image-1-mini",
        "1024x1024",
        "how many tokens `gpt-image-1-mini` counts for input pictures is not published"
    )]
    [InlineData(
        "gpt-image-2.6-flare",
        "1024x1024",
        "how many tokens `gpt-image-2.6-flare` counts for input pictures is not published"
    )]
    [InlineData("gpt-image-2", "1024x1024", "how many tokens `gpt-image-2` counts for input pictures is not published")]
    public void What_is_not_published_is_unknown_and_an_observation_is_called_one(
        string model,
        string? size,
        string reason
    )
    {
        PricePart part = Images(Old with { Model = model }, size is null ? null : PriceCase.Size(size));
        string? observed =
            model == "gpt-image-2"
                ? "one reported edit of a 1024x1024 picture used 1,151 input tokens, its text included"
                : null;
        Assert.Equal(PriceRange.NotKnown(PricePartKind.ImageInput, reason, observed), part.Price);
    }

    [Fact]
    public void The_prompt_costs_its_estimated_tokens()
    {
        PricePart part = Text(Old, new string('a', 4000));
        Assert.Equal(new TokenRange(800, 1000, 2000), part.Tokens);
        Assert.Equal(PriceRange.Between(new Money(0.004m), new Money(0.005m), new Money(0.01m)), part.Price);
        Assert.Contains("estimated", part.Basis, StringComparison.Ordinal);
    }

    [Fact]
    public void Input_for_several_pictures_is_paid_once_or_for_each() =>
        Assert.Equal(new TokenRange(80, 100, 600), Text(Old with { Count = 3 }, new string('a', 400)).Tokens);

    [Fact]
    public void Input_that_is_sent_several_times_is_paid_each_time() =>
        Assert.Equal(
            new TokenRange(80 * 3, 100 * 3, 200 * 3),
            Text(Old with { Model = "gpt-image-2.6-flare", Format = "svg", Count = 3 }, new string('a', 400)).Tokens
        );

    [Fact]
    public void A_mask_is_unknown() =>
        Assert.Contains(
            PriceCase.Estimate(Old, inputs: [PriceCase.Photo], sizes: [new ImageSize(64, 64)], mask: "m.png").Parts,
            p => p.Kind == PricePartKind.Mask && !p.Price.IsKnown
        );

    [Fact]
    public void A_conversation_leaves_its_language_model_and_the_prompt_it_writes_unknown()
    {
        PriceEstimate estimate = PriceCase.Estimate(Old, "a cat", route: ApiRoute.Responses);
        Assert.Equal(
            [
                "`gpt-5` rewrites the prompt before `gpt-image-1` gets it",
                "the tokens of the language model `gpt-5` and their price are not in the catalog",
            ],
            estimate.Total.Unknown.Select(u => u.Reason)
        );
        Assert.Equal(new Money(0.011m), estimate.Total.Low);
    }

    private static PricePart Text(ImageParameters parameters, string prompt) =>
        PriceCase.PartOf(PriceCase.Estimate(parameters, prompt), PricePartKind.TextInput);

    private static PricePart Images(ImageParameters parameters, ImageSize? size) =>
        PriceCase.PartOf(
            PriceCase.Estimate(parameters, inputs: [PriceCase.Photo], sizes: [size]),
            PricePartKind.ImageInput
        );
}
