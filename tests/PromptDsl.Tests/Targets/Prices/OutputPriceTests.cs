using PromptDsl.Targets.Prices;
using PromptDsl.Targets.Requests;
using Xunit;

namespace PromptDsl.Tests.Targets.Prices;

public class OutputPriceTests
{
    private static readonly ImageParameters Square = new()
    {
        Model = "gpt-image-2",
        Quality = "medium",
        Size = PriceCase.Size("1024x1024"),
    };

    [Theory]
    [InlineData(null)]
    [InlineData("auto")]
    public void A_quality_that_the_model_chooses_is_between_the_published_prices(string? quality)
    {
        PriceRange price = Output(Square with { Quality = quality }).Price;
        Assert.Equal(PriceRange.Between(new Money(0.006m), null, new Money(0.211m)), price);
        Assert.Equal("$0.006 to $0.211", price.ToString());
    }

    [Fact]
    public void A_size_that_the_model_chooses_from_a_list_is_between_the_published_prices() =>
        Assert.Equal(
            PriceRange.Between(new Money(0.034m), null, new Money(0.050m)),
            Output(new ImageParameters { Model = "gpt-image-1.5", Quality = "medium" }).Price
        );

    [Theory]
    [InlineData(
        "gpt-image-2",
        "medium",
        null,
        "`gpt-image-2` chooses the size, and prices are published for some sizes alone"
    )]
    [InlineData(
        "gpt-image-2",
        "medium",
        "1536x864",
        "no price of `gpt-image-2` is published for 1536x864, only for 1024x1024, 1024x1536, 1536x1024"
    )]
    [InlineData(
        "gpt-image-2",
        null,
        "1536x864",
        "no price of `gpt-image-2` is published for 1536x864, only for 1024x1024, 1024x1536, 1536x1024"
    )]
    [InlineData(
        "gpt-image-1.5",
        "ultra",
        null,
        "no price of `gpt-image-1.5` is published for the size it chooses at quality ultra"
    )]
    [InlineData(
        "gpt-image-2.5-flare",
        "low",
        "1024x1024",
        "how many output tokens a picture of `gpt-image-2.5-flare` takes is not published"
    )]
    [InlineData(
        "gpt-image-2.6-sunburst",
        "max",
        "1024x1024",
        "how many output tokens a picture of `gpt-image-2.6-sunburst` takes is not published"
    )]
    [InlineData(
        "chatgpt-image-latest",
        "low",
        "1024x1024",
        "how many output tokens a picture of `chatgpt-image-latest` takes is not published"
    )]
    [InlineData("dall-e-3", "hd", "1024x1024", "how many output tokens a picture of `dall-e-3` takes is not published")]
    [InlineData(
        "my-own-model",
        "low",
        "1024x1024",
        "how many output tokens a picture of `my-own-model` takes is not published"
    )]
    public void What_is_not_published_is_unknown(string model, string? quality, string? size, string reason)
    {
        var parameters = new ImageParameters
        {
            Model = model,
            Quality = quality,
            Size = size is null ? null : PriceCase.Size(size),
        };
        Assert.Equal(PriceRange.NotKnown(PricePartKind.Output, reason), Output(parameters).Price);
    }

    [Fact]
    public void Svg_is_paid_by_the_tokens_of_its_author() =>
        Assert.False(Output(Square with { Model = "gpt-image-2.6-flare", Format = "svg" }).Price.IsKnown);

    [Theory]
    [InlineData(ApiRoute.Images)]
    [InlineData(ApiRoute.Responses)]
    public void Each_picture_is_paid_for(ApiRoute route)
    {
        PriceEstimate estimate = PriceCase.Estimate(Square with { Count = 4 }, route: route);
        PricePart output = PriceCase.PartOf(estimate, PricePartKind.Output);
        Assert.Equal(PriceRange.Exactly(new Money(0.212m)), output.Price);
        Assert.Equal(TokenRange.Exactly(4 * 1767), output.Tokens);
    }

    [Fact]
    public void A_partial_image_costs_a_hundred_output_tokens_if_it_arrives()
    {
        PriceEstimate estimate = PriceCase.Estimate(Square with { PartialImages = 2, Count = 3 });
        PricePart partial = PriceCase.PartOf(estimate, PricePartKind.PartialImages);
        Assert.Equal(new TokenRange(0, 600, 600), partial.Tokens);
        Assert.Equal(PriceRange.Between(Money.Zero, new Money(0.018m), new Money(0.018m)), partial.Price);
        Assert.DoesNotContain(PriceCase.Estimate(Square).Parts, p => p.Kind == PricePartKind.PartialImages);
    }

    [Fact]
    public void Partial_images_are_unknown_where_their_tokens_are() =>
        Assert.Equal(
            "the output tokens of the partial images of `gpt-image-2.5-flare` are not published",
            PriceCase
                .PartOf(
                    PriceCase.Estimate(Square with { Model = "gpt-image-2.5-flare", PartialImages = 1 }),
                    PricePartKind.PartialImages
                )
                .Price.Unknown[0]
                .Reason
        );

    private static PricePart Output(ImageParameters parameters) =>
        PriceCase.PartOf(PriceCase.Estimate(parameters), PricePartKind.Output);
}
