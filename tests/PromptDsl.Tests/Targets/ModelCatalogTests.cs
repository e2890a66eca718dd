using System.Collections.Immutable;
using PromptDsl.Targets;
using PromptDsl.Values;
using Xunit;

namespace PromptDsl.Tests.Targets;

public class ModelCatalogTests
{
    private const string FlexibleSizes = "flexible";
    private const string ThreeSizes = "1024x1024 1536x1024 1024x1536";

    private static readonly ModelCatalog Catalog = ModelCatalog.BuiltIn;

    [Fact]
    public void Lists_living_and_retired_models_in_order() =>
        Assert.Equal(
            [
                "gpt-image-2.6-sunburst",
                "gpt-image-2.6-flare",
                "gpt-image-2.5-sunburst",
                "gpt-image-2.5-flare",
                "gpt-image-2",
                "gpt-image-1.5",
                "gpt-image-1-mini",
                "chatgpt-image-latest",
                "gpt-image-1",
                "dall-e-3",
                "dall-e-2",
            ],
            Catalog.Models.Select(model => model.Id)
        );

    [Fact]
    public void States_its_defaults()
    {
        Assert.Equal(new DateOnly(2026, 11, 20), Catalog.AsOf);
        Assert.Equal("gpt-image-2", Catalog.DefaultModel.Id);
        Assert.Equal("gpt-5", Catalog.DefaultConversationModel.Value);
        Assert.Equal(Confidence.PrimaryOld, Catalog.DefaultConversationModel.Confidence);
    }

    [Theory]
    [InlineData("gpt-image-2", "gpt-image-2")]
    [InlineData("gpt-image-2-2026-04-21", "gpt-image-2")]
    [InlineData("gpt-image-2.5-flare-2026-09-08", "gpt-image-2.5-flare")]
    [InlineData("gpt-image-2.5", null)]
    [InlineData("GPT-IMAGE-2", null)]
    public void Finds_models_by_id_and_by_snapshot(string id, string? found) =>
        Assert.Equal(found, Catalog.Find(id)?.Id);

    [Theory]
    [InlineData("gpt-image-2.6-sunburst", ModelStatus.Current, null)]
    [InlineData("gpt-image-2.6-flare", ModelStatus.Current, null)]
    [InlineData("gpt-image-2.5-sunburst", ModelStatus.Current, null)]
    [InlineData("gpt-image-2.5-flare", ModelStatus.Current, null)]
    [InlineData("gpt-image-2", ModelStatus.Earlier, null)]
    [InlineData("gpt-image-1.5", ModelStatus.Deprecated, "2026-12-01")]
    [InlineData("gpt-image-1-mini", ModelStatus.Deprecated, "2026-12-01")]
    [InlineData("chatgpt-image-latest", ModelStatus.Deprecated, "2026-12-01")]
    [InlineData("gpt-image-1", ModelStatus.Retired, "2026-10-23")]
    [InlineData("dall-e-3", ModelStatus.Retired, "2026-05-12")]
    [InlineData("dall-e-2", ModelStatus.Retired, "2026-05-12")]
    public void Knows_where_a_model_stands(string id, ModelStatus status, string? shutdown)
    {
        ImageModel model = Model(id);
        Assert.Equal(status, model.Status.Value);
        Assert.Equal(
            shutdown,
            model.Shutdown.Value?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
        );
        Assert.Equal(status != ModelStatus.Retired, model.Endpoints.Generations.Value);
        Assert.Equal(status != ModelStatus.Retired, model.Endpoints.Edits.Value);
        Assert.Equal(status != ModelStatus.Retired, model.Endpoints.Responses.Value);
    }

    [Theory]
    [InlineData("gpt-image-2.6-sunburst", "auto low medium high xhigh max", "png jpeg webp gif svg")]
    [InlineData("gpt-image-2.6-flare", "auto low medium high xhigh max", "png jpeg webp gif svg")]
    [InlineData("gpt-image-2.5-sunburst", "auto low medium high xhigh max", "png jpeg webp")]
    [InlineData("gpt-image-2.5-flare", "auto low medium high xhigh max", "png jpeg webp")]
    [InlineData("gpt-image-2", "auto low medium high", "png jpeg webp")]
    [InlineData("gpt-image-1.5", "auto low medium high", "png jpeg webp")]
    [InlineData("gpt-image-1-mini", "auto low medium high", "png jpeg webp")]
    [InlineData("chatgpt-image-latest", "auto low medium high", "png jpeg webp")]
    [InlineData("gpt-image-1", "auto low medium high", "png jpeg webp")]
    [InlineData("dall-e-3", "auto standard hd", null)]
    [InlineData("dall-e-2", "standard", null)]
    public void Knows_qualities_and_formats(string id, string qualities, string? formats)
    {
        Assert.Equal(qualities, Words(Model(id).Qualities));
        Assert.Equal(formats, Words(Model(id).Formats));
    }

    [Theory]
    [InlineData("gpt-image-2.6-sunburst", FlexibleSizes, true)]
    [InlineData("gpt-image-2.6-flare", FlexibleSizes, true)]
    [InlineData("gpt-image-2.5-sunburst", FlexibleSizes, true)]
    [InlineData("gpt-image-2.5-flare", FlexibleSizes, true)]
    [InlineData("gpt-image-2", FlexibleSizes, true)]
    [InlineData("gpt-image-1.5", ThreeSizes, true)]
    [InlineData("gpt-image-1-mini", ThreeSizes, true)]
    [InlineData("gpt-image-1", ThreeSizes, true)]
    [InlineData("dall-e-3", "1024x1024 1792x1024 1024x1792", false)]
    [InlineData("dall-e-2", "256x256 512x512 1024x1024", false)]
    public void Knows_sizes(string id, string sizes, bool auto)
    {
        SizeRule rule = Model(id).Size.Value;
        Assert.Equal(sizes, rule is FixedSizeRule list ? string.Join(' ', list.Sizes) : FlexibleSizes);
        Assert.Equal(auto, rule.AllowsAuto);
    }

    [Fact]
    public void Does_not_guess_the_sizes_of_chatgpt_image_latest() =>
        Assert.False(Model("chatgpt-image-latest").Size.IsKnown);

    [Theory]
    [InlineData("gpt-image-2.6-sunburst", "auto opaque transparent", "", "", "low medium high", true)]
    [InlineData("gpt-image-2.5-sunburst", "auto opaque transparent", "", "", "", true)]
    [InlineData("gpt-image-2", "auto opaque", "transparent", "", "", false)]
    [InlineData("gpt-image-1.5", "auto opaque transparent", "", "low high", "", false)]
    [InlineData("gpt-image-1-mini", "auto opaque transparent", "", "low", "", false)]
    [InlineData("chatgpt-image-latest", null, null, null, "", false)]
    public void Knows_which_parameters_a_model_documents(
        string id,
        string? backgrounds,
        string? preview,
        string? fidelities,
        string complexities,
        bool markup
    )
    {
        ImageModel model = Model(id);
        Assert.Equal(backgrounds, Words(model.Backgrounds));
        Assert.Equal(preview, Words(model.PreviewBackgrounds));
        Assert.Equal(fidelities, Words(model.InputFidelities));
        Assert.Equal(complexities, Words(model.Complexities));
        Assert.Equal(markup, model.Markup.Value);
    }

    [Fact]
    public void Knows_the_limits_that_all_gpt_image_models_share()
    {
        foreach (
            ImageModel model in Catalog.Models.Where(model => !model.Id.StartsWith("dall-e", StringComparison.Ordinal))
        )
        {
            Assert.Equal(10, model.MaxCount.Value);
            Assert.Equal(32_000, model.MaxPromptChars.Value);
            Assert.Equal(16, model.MaxInputImages.Value);
            Assert.Equal(50, model.MaxInputMegabytes.Value);
            Assert.Equal("png jpeg webp", Words(model.InputFormats));
            Assert.Equal("auto low", Words(model.Moderations));
            Assert.Equal(3, model.MaxPartialImages.Value);
            Assert.True(model.Streaming.Value);
            Assert.True(model.Mask.Value);
        }
    }

    [Theory]
    [InlineData("gpt-image-2.6-sunburst", "5.00 1.25 8.00 2.00 30.00 ?")]
    [InlineData("gpt-image-2.6-flare", "5.00 1.25 8.00 2.00 30.00 ?")]
    [InlineData("gpt-image-2.5-sunburst", "5.00 1.25 8.00 2.00 30.00 ?")]
    [InlineData("gpt-image-2.5-flare", "5.00 1.25 8.00 2.00 30.00 ?")]
    [InlineData("gpt-image-2", "5.00 1.25 8.00 2.00 30.00 ?")]
    [InlineData("gpt-image-1.5", "5.00 ? ? ? 32.00 10.00")]
    [InlineData("gpt-image-1", "5.00 1.25 10.00 2.50 40.00 ?")]
    [InlineData("gpt-image-1-mini", "2.00 0.20 2.50 0.25 8.00 ?")]
    [InlineData("chatgpt-image-latest", "? ? ? ? ? ?")]
    [InlineData("dall-e-3", "? ? ? ? ? ?")]
    public void Knows_prices_per_million_tokens(string id, string prices)
    {
        ModelPrices p = Model(id).Prices;
        Fact<decimal>[] all =
        [
            p.TextInput,
            p.CachedTextInput,
            p.ImageInput,
            p.CachedImageInput,
            p.ImageOutput,
            p.TextOutput,
        ];
        Assert.Equal(
            prices,
            string.Join(' ', all.Select(price => price.TryGet(out decimal value) ? Invariant(value) : "?"))
        );
    }

    [Theory]
    [InlineData("gpt-image-2", "high", "1024x1024", "0.211", "7033")]
    [InlineData("gpt-image-2", "low", "1536x1024", "0.005", "167")]
    [InlineData("gpt-image-2", "low", "1536x864", null, null)]
    [InlineData("gpt-image-1.5", "medium", "1024x1536", "0.050", "1584")]
    [InlineData("gpt-image-1", "high", "1536x1024", "0.250", "6208")]
    [InlineData("gpt-image-1-mini", "high", "1024x1024", "0.036", null)]
    [InlineData("gpt-image-2.5-flare", "low", "1024x1024", null, null)]
    public void Knows_price_and_tokens_of_an_image(
        string id,
        string quality,
        string size,
        string? price,
        string? tokens
    )
    {
        ImageModel model = Model(id);
        Assert.True(ImageSize.TryParse(size, out ImageSize parsed));
        Assert.Equal(price, Find(model.Prices.PerImage));
        Assert.Equal(tokens, Find(model.Tokens.Output));

        string? Find(Fact<PerImageTable> table) =>
            table.TryGet(out PerImageTable? rows) && rows.Find(quality, parsed) is { } value ? Invariant(value) : null;
    }

    [Fact]
    public void Knows_how_input_images_are_counted()
    {
        Assert.Equal(new InputTokenRule(65, 129, 512, 4160, 6240), Model("gpt-image-1").Tokens.Input.Value);
        Assert.Equal(1151, Model("gpt-image-2").Tokens.ObservedEditInput.Value);
        Assert.Equal(100, Model("gpt-image-2").Tokens.PerPartialImage.Value);
        Assert.True(Model("gpt-image-2").AlwaysHighFidelity.Value);
        Assert.Equal(5, Model("gpt-image-1.5").HighFidelityInputs.Value);
        Assert.False(Model("gpt-image-2.6-flare").Tokens.Input.IsKnown);
    }

    [Fact]
    public void Says_where_a_fact_was_read()
    {
        Fact<decimal> price = Model("gpt-image-1").Prices.ImageOutput;
        Assert.Equal("model-pages", price.Source?.Id);
        Assert.Equal(new DateOnly(2026, 11, 20), price.Source?.Read);
        Assert.Equal(Confidence.Primary, price.Confidence);
        Assert.Equal("40.00 (model-pages, Primary)", price.ToString());
    }

    [Fact]
    public void Refuses_the_value_of_an_unknown_fact()
    {
        Fact<decimal> price = Model("dall-e-3").Prices.ImageOutput;
        Assert.Throws<InvalidOperationException>(() => price.Value);
        Assert.Null(price.Source);
        Assert.Null(price.Confidence);
        Assert.Equal("unknown", price.ToString());
    }

    [Fact]
    public void Refuses_a_default_that_is_no_model()
    {
        var source = new FactSource("test", "A test", new DateOnly(2026, 11, 20));
        var other = new Fact<string>("other", source, Confidence.Primary);
        Assert.Throws<ArgumentException>(() => new ModelCatalog(Catalog.AsOf, [], other, other));
    }

    private static ImageModel Model(string id) => Catalog.Find(id)!;

    private static string? Words(Fact<ImmutableArray<string>> fact) =>
        fact.TryGet(out ImmutableArray<string> words) ? string.Join(' ', words) : null;

    private static string Invariant(decimal value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
