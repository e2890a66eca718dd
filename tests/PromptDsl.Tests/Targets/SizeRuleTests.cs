using FsCheck;
using FsCheck.Fluent;
using PromptDsl.Targets;
using PromptDsl.Targets.Requests;
using PromptDsl.Values;
using Xunit;

namespace PromptDsl.Tests.Targets;

public class SizeRuleTests
{
    private static readonly ModelCatalog Catalog = ModelCatalog.BuiltIn;

    private static readonly SizeRule[] Rules =
    [
        .. Catalog.Models.Where(model => model.Size.IsKnown).Select(model => model.Size.Value),
    ];

    [Theory]
    [InlineData("1024x640", null)]
    [InlineData("1008x640", "its 645,120 pixels are fewer than 655,360")]
    [InlineData("3840x2160", null)]
    [InlineData("3840x2176", "its 8,355,840 pixels are more than 8,294,400")]
    [InlineData("3840x1280", null)]
    [InlineData("1280x3840", null)]
    [InlineData("3840x1264", "its longer edge is more than 3 times the shorter one")]
    [InlineData("1264x3840", "its longer edge is more than 3 times the shorter one")]
    [InlineData("3856x2048", "its longer edge is above 3840 pixels")]
    [InlineData("1000x1024", "its width is not a multiple of 16")]
    [InlineData("1024x1000", "its height is not a multiple of 16")]
    [InlineData("1000x1000", "its edges are not a multiple of 16")]
    public void Flexible_sizes_are_legal_up_to_each_bound(string size, string? reason) =>
        AssertLegality("gpt-image-2", size, reason);

    [Theory]
    [InlineData("gpt-image-1.5", "1536x1024", null)]
    [InlineData("gpt-image-1.5", "1536x864", "it is none of 1024x1024, 1536x1024, 1024x1536")]
    [InlineData("dall-e-3", "1792x1024", null)]
    [InlineData("dall-e-3", "1536x1024", "it is none of 1024x1024, 1792x1024, 1024x1792")]
    [InlineData("dall-e-2", "256x256", null)]
    [InlineData("dall-e-2", "128x128", "it is none of 256x256, 512x512, 1024x1024")]
    public void Fixed_sizes_are_legal_when_listed(string model, string size, string? reason) =>
        AssertLegality(model, size, reason);

    [Theory]
    [InlineData("gpt-image-2", "1:1", "1024x1024")]
    [InlineData("gpt-image-2", "3:2", "1536x1024")]
    [InlineData("gpt-image-2", "2:3", "1024x1536")]
    [InlineData("gpt-image-2", "16:9", "1536x864")]
    [InlineData("gpt-image-2", "9:16", "864x1536")]
    [InlineData("gpt-image-2", "4:3", "1344x1008")]
    [InlineData("gpt-image-2", "3:4", "1008x1344")]
    [InlineData("gpt-image-2", "4:5", "1024x1280")]
    [InlineData("gpt-image-2", "2:1", "1536x768")]
    [InlineData("gpt-image-2", "3:1", "1536x512")]
    [InlineData("gpt-image-2", "1:3", "512x1536")]
    [InlineData("gpt-image-2", "21:9", "1456x624")]
    [InlineData("gpt-image-2", "3.1:1", null)]
    [InlineData("gpt-image-2", "1:3.1", null)]
    [InlineData("gpt-image-1.5", "1:1", "1024x1024")]
    [InlineData("gpt-image-1.5", "16:9", "1536x1024")]
    [InlineData("gpt-image-1.5", "4:5", "1024x1536")]
    [InlineData("gpt-image-1.5", "9:16", "1024x1536")]
    [InlineData("gpt-image-1.5", "10:1", "1536x1024")]
    [InlineData("dall-e-3", "16:9", "1792x1024")]
    [InlineData("dall-e-2", "3:2", "1024x1024")]
    public void Chooses_the_size_for_a_ratio(string model, string aspect, string? size) =>
        Assert.Equal(size, Rule(model).Choose(Aspect(aspect))?.ToString());

    [Theory]
    [InlineData("gpt-image-2", "1536x864", "1536x864")]
    [InlineData("gpt-image-2", "1920x1080", "1920x1088")]
    [InlineData("gpt-image-2", "1000x1000", "1008x1008")]
    [InlineData("gpt-image-2", "512x512", "816x816")]
    [InlineData("gpt-image-2", "8000x4500", "3840x2160")]
    [InlineData("gpt-image-2", "10000x2000", "3840x1280")]
    [InlineData("gpt-image-1.5", "1920x1080", "1536x1024")]
    [InlineData("gpt-image-1.5", "1080x1920", "1024x1536")]
    [InlineData("dall-e-2", "300x300", "256x256")]
    public void Proposes_the_nearest_size(string model, string size, string nearest) =>
        Assert.Equal(nearest, Rule(model).Nearest(Size(size)).ToString());

    [Theory]
    [InlineData("1536x864", "16:9", 0)]
    [InlineData("1536x1024", "16:9", 0.1851851)]
    [InlineData("1024x1536", "9:16", 0.1851851)]
    public void Measures_the_error_of_a_ratio(string size, string aspect, double error) =>
        Assert.Equal(error, SizeRule.RatioError(Size(size), Aspect(aspect)), 6);

    [Fact]
    public void No_legal_size_in_the_box_is_closer_than_the_chosen_one() =>
        Prop.ForAll(
                Gen.Elements(Rules).Zip(Aspects()).ToArbitrary(),
                pair =>
                {
                    (SizeRule rule, AspectRatio aspect) = pair;
                    ImageSize chosen = rule.Choose(aspect)!.Value;
                    return rule.IsLegal(chosen, out _)
                        && Candidates(rule, aspect).All(other => !IsBetter(other, chosen, aspect));
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Every_size_that_is_sent_for_a_ratio_is_legal_for_the_model_and_the_closest_one() =>
        Prop.ForAll(
                Gen.Elements([.. Catalog.Models.Where(m => m.Size.IsKnown)])
                    .Zip(Gen.Elements("auto", "low", "medium", "high", "xhigh", "max", "standard", "hd"))
                    .Zip(Aspects())
                    .ToArbitrary(),
                request =>
                {
                    ((ImageModel model, string quality), AspectRatio aspect) = request;
                    var decision = SizeDecision.For(model, new ImageParameters { Aspect = aspect, Quality = quality });
                    SizeRule rule = model.Size.Value;
                    return decision is { Basis: SizeBasis.ChosenForAspect, Size: { } size }
                        && rule.IsLegal(size, out _)
                        && Candidates(rule, aspect).All(other => !IsBetter(other, size, aspect));
                }
            )
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(64, 1, 512, 4_096, 262_144, "16:9", "512x512")]
    [InlineData(8, 3, 768, 65_536, 589_824, "16:9", "768x432")]
    [InlineData(16, 3, 4096, 4_194_304, 16_777_216, "1:1", "4096x4096")]
    [InlineData(16, 3, 1024, 655_360, 1_048_576, "3:1", "1024x640")]
    public void Rules_of_other_servers_hold_too(
        int multiple,
        int ratio,
        int edge,
        int fewest,
        int most,
        string aspect,
        string size
    )
    {
        var rule = new FlexibleSizeRule
        {
            AllowsAuto = false,
            Multiple = multiple,
            MaxRatio = ratio,
            MaxEdge = edge,
            MinPixels = fewest,
            MaxPixels = most,
            ExperimentalAbovePixels = most,
        };
        AspectRatio drawn = rule.NearestAspect(Aspect(aspect));
        ImageSize chosen = rule.Choose(drawn)!.Value;
        Assert.True(rule.IsLegal(chosen, out _));
        Assert.Equal(size, chosen.ToString());
    }

    [Fact]
    public void A_ratio_that_is_proposed_can_be_drawn_and_one_that_can_be_is_its_own() =>
        Prop.ForAll(
                Gen.Elements(Rules)
                    .Zip(Gen.Choose(1, 1000).Zip(Gen.Choose(1, 1000), (w, h) => new AspectRatio(w / 10m, h / 10m)))
                    .ToArbitrary(),
                pair =>
                {
                    (SizeRule rule, AspectRatio aspect) = pair;
                    AspectRatio nearest = rule.NearestAspect(aspect);
                    return rule.Choose(nearest) is not null && (nearest == aspect) == (rule.Choose(aspect) is not null);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void The_nearest_size_is_legal_and_a_legal_size_is_its_own() =>
        Prop.ForAll(
                Gen.Elements(Rules)
                    .Zip(Gen.Choose(1, 9000).Zip(Gen.Choose(1, 9000), (w, h) => new ImageSize(w, h)))
                    .ToArbitrary(),
                pair =>
                {
                    (SizeRule rule, ImageSize size) = pair;
                    ImageSize nearest = rule.Nearest(size);
                    return rule.IsLegal(nearest, out _) && rule.Nearest(nearest) == nearest;
                }
            )
            .QuickCheckThrowOnFailure();

    /// <summary>Every legal size that the choice is among, found by trying all of them.</summary>
    private static IEnumerable<ImageSize> Candidates(SizeRule rule, AspectRatio aspect)
    {
        if (rule is FixedSizeRule list)
        {
            return list.Sizes;
        }

        (int maxWidth, int maxHeight) = aspect.Value >= 1 ? (1536, 1024) : (1024, 1536);
        return from width in Enumerable.Range(1, maxWidth / 16)
            from height in Enumerable.Range(1, maxHeight / 16)
            let size = new ImageSize(16 * width, 16 * height)
            where rule.IsLegal(size, out _)
            select size;
    }

    private static bool IsBetter(ImageSize size, ImageSize than, AspectRatio aspect)
    {
        double difference = LogError(size, aspect) - LogError(than, aspect);
        return difference < -1e-12 || (difference < 1e-12 && size.Pixels > than.Pixels);
    }

    private static double LogError(ImageSize size, AspectRatio aspect) =>
        Math.Abs(Math.Log((double)size.Width / size.Height / aspect.Value));

    private static Gen<AspectRatio> Aspects() =>
        Gen.Choose(1, 1000)
            .Zip(Gen.Choose(1, 1000), (w, h) => new AspectRatio(w / 10m, h / 10m))
            .Where(aspect => aspect.Width <= 3 * aspect.Height && aspect.Height <= 3 * aspect.Width);

    private static void AssertLegality(string model, string size, string? expected)
    {
        Assert.Equal(expected is null, Rule(model).IsLegal(Size(size), out string? reason));
        Assert.Equal(expected, reason);
    }

    private static SizeRule Rule(string model) => Catalog.Find(model)!.Size.Value;

    private static ImageSize Size(string text)
    {
        Assert.True(ImageSize.TryParse(text, out ImageSize size));
        return size;
    }

    private static AspectRatio Aspect(string text)
    {
        Assert.True(AspectRatio.TryParse(text, out AspectRatio aspect));
        return aspect;
    }
}
