using System.Globalization;
using PromptDsl.Targets;
using PromptDsl.Targets.Prices;
using PromptDsl.Targets.Requests;
using Xunit;

namespace PromptDsl.Tests.Targets.Prices;

/// <summary>The tables that OpenAI published, typed in here a second time, come out of the estimator as they are.</summary>
public class PublishedPriceTests
{
    private static readonly string[] Sizes = ["1024x1024", "1024x1536", "1536x1024"];

    private static readonly (string Model, string Quality, decimal[] Dollars)[] PublishedPrices =
    [
        ("gpt-image-2", "low", [0.006m, 0.005m, 0.005m]),
        ("gpt-image-2", "medium", [0.053m, 0.041m, 0.041m]),
        ("gpt-image-2", "high", [0.211m, 0.165m, 0.165m]),
        ("gpt-image-1.5", "low", [0.009m, 0.013m, 0.013m]),
        ("gpt-image-1.5", "medium", [0.034m, 0.050m, 0.050m]),
        ("gpt-image-1.5", "high", [0.133m, 0.200m, 0.200m]),
        ("gpt-image-1", "low", [0.011m, 0.016m, 0.016m]),
        ("gpt-image-1", "medium", [0.042m, 0.063m, 0.063m]),
        ("gpt-image-1", "high", [0.167m, 0.250m, 0.250m]),
        ("gpt-image-1-mini", "low", [0.005m, 0.006m, 0.006m]),
        ("gpt-image-1-mini", "medium", [0.011m, 0.015m, 0.015m]),
        ("gpt-image-1-mini", "high", [0.036m, 0.052m, 0.052m]),
    ];

    private static readonly (string Quality, int[] Tokens)[] PublishedTokens =
    [
        ("low", [272, 408, 400]),
        ("medium", [1056, 1584, 1568]),
        ("high", [4160, 6240, 6208]),
    ];

    public static TheoryData<string, string, string, decimal> Prices
    {
        get
        {
            var rows = new TheoryData<string, string, string, decimal>();
            foreach ((string model, string quality, decimal[] dollars) in PublishedPrices)
            {
                for (int i = 0; i < Sizes.Length; i++)
                {
                    rows.Add(model, quality, Sizes[i], dollars[i]);
                }
            }

            return rows;
        }
    }

    public static TheoryData<string, string, string, int> Tokens
    {
        get
        {
            var rows = new TheoryData<string, string, string, int>();
            foreach ((string quality, int[] tokens) in PublishedTokens)
            {
                for (int i = 0; i < Sizes.Length; i++)
                {
                    rows.Add("gpt-image-1", quality, Sizes[i], tokens[i]);
                    rows.Add("gpt-image-1.5", quality, Sizes[i], tokens[i]);
                }
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Prices))]
    public void A_picture_costs_what_is_published(string model, string quality, string size, decimal dollars)
    {
        PricePart output = Output(model, quality, size);
        Assert.Equal(PriceRange.Exactly(new Money(dollars)), output.Price);
        Assert.Equal("guide-2026-04", Assert.Single(output.Sources).Id);
    }

    [Theory]
    [MemberData(nameof(Tokens))]
    public void A_picture_counts_the_published_tokens(string model, string quality, string size, int tokens) =>
        Assert.Equal(TokenRange.Exactly(tokens), Output(model, quality, size).Tokens);

    [Theory]
    [InlineData("low", "1024x1024", 200)]
    [InlineData("medium", "1024x1024", 1767)]
    [InlineData("high", "1024x1024", 7033)]
    [InlineData("low", "1536x1024", 167)]
    [InlineData("medium", "1536x1024", 1367)]
    [InlineData("high", "1536x1024", 5500)]
    public void Gpt_image_2_has_the_tokens_that_follow_from_its_prices(string quality, string size, int tokens) =>
        Assert.Equal(TokenRange.Exactly(tokens), Output("gpt-image-2", quality, size).Tokens);

    [Theory]
    [InlineData("gpt-image-2.6-sunburst", "5.00", "8.00", "30.00")]
    [InlineData("gpt-image-2.6-flare", "5.00", "8.00", "30.00")]
    [InlineData("gpt-image-2.5-sunburst", "5.00", "8.00", "30.00")]
    [InlineData("gpt-image-2.5-flare", "5.00", "8.00", "30.00")]
    [InlineData("gpt-image-2", "5.00", "8.00", "30.00")]
    [InlineData("gpt-image-1.5", "5.00", null, "32.00")]
    [InlineData("gpt-image-1", "5.00", "10.00", "40.00")]
    [InlineData("gpt-image-1-mini", "2.00", "2.50", "8.00")]
    [InlineData("chatgpt-image-latest", null, null, null)]
    public void A_million_tokens_cost_what_is_published(string id, string? text, string? image, string? output)
    {
        ModelPrices prices = ModelCatalog.BuiltIn.Find(id)!.Prices;
        AssertFact(text, prices.TextInput);
        AssertFact(image, prices.ImageInput);
        AssertFact(output, prices.ImageOutput);
    }

    private static void AssertFact(string? expected, Fact<decimal> fact)
    {
        Assert.Equal(expected is not null, fact.IsKnown);
        if (expected is not null)
        {
            Assert.Equal(decimal.Parse(expected, CultureInfo.InvariantCulture), fact.Value);
        }
    }

    private static PricePart Output(string model, string quality, string size) =>
        PriceCase.PartOf(
            PriceCase.Estimate(
                new ImageParameters
                {
                    Model = model,
                    Quality = quality,
                    Size = PriceCase.Size(size),
                }
            ),
            PricePartKind.Output
        );
}
