using PromptDsl.Assets;
using PromptDsl.Planning;
using PromptDsl.Targets;
using PromptDsl.Targets.Prices;
using PromptDsl.Values;
using Xunit;

namespace PromptDsl.Tests.Planning;

public class PlannerTests
{
    private const string Edits = """
        subject: "a red fox"
        technical { model: "gpt-image-1", size: 1024x1536, quality: low }
        reference board "refs/board.png" { role: style }
        stage draft { from: none }
        stage final { change: "let it snow" }
        """;

    [Fact]
    public void Sizes_of_files_and_of_earlier_stages_are_counted()
    {
        PlanSource source = PlanCase.Compile(Edits);
        RequestPlan plan = Planner.Plan([source with { Options = source.Options with { Assets = new Square() } }]);
        PlanStage final = plan.Files[0].Builds[0].Stages[1];
        Assert.Equal(["draft (edit)", "refs/board.png (style)"], final.Request.Inputs.Select(i => i.ToString()));
        PlanPart input = Assert.Single(final.Parts, p => p.Kind == PricePartKind.ImageInput);
        Assert.Equal(TokenRange.Exactly(65 + 2 * 129 + 65 + 129), input.Tokens);
        Assert.Equal("$0.0217 ($0.0215 to $0.0222)", final.Price.ToString());
    }

    [Fact]
    public void A_file_that_nobody_looks_at_has_no_known_size()
    {
        PlanStage final = PlanCase.PlanOf(Edits).Files[0].Builds[0].Stages[1];
        Assert.Equal("the size of `refs/board.png` is not known", Assert.Single(final.Price.Unknown).Reason);
    }

    [Fact]
    public void The_sources_of_all_prices_are_named_once()
    {
        RequestPlan plan = PlanCase.PlanOf(Edits);
        string[] used =
        [
            .. plan.Files[0]
                .Builds[0]
                .Stages.SelectMany(s => s.Parts)
                .SelectMany(p => p.Sources)
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
        Assert.Equal(["guide-2026-04", "model-pages"], used);
        Assert.Equal(used, plan.Sources.Select(s => s.Id));
        Assert.Equal(ModelCatalog.BuiltIn.AsOf, plan.PricesAsOf);
    }

    private sealed class Square : IAssetInspector
    {
        public AssetFacts Inspect(string path) => new(AssetFormat.Png, 1000, new ImageSize(512, 512));
    }
}
