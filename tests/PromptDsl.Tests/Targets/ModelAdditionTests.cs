using System.Collections.Immutable;
using PromptDsl.Generator.Models;
using PromptDsl.Targets;
using Xunit;

namespace PromptDsl.Tests.Targets;

public class ModelAdditionTests
{
    private static readonly FactSource Line = FactSource.OfProject("promptc.yaml", 12);

    public static TheoryData<string> Facts => [.. ModelFacts.All.Select(f => f.Key)];

    [Fact]
    public void A_new_model_has_the_facts_that_are_said_and_no_others()
    {
        ModelCatalog catalog = With(new ModelAddition(new ImageModel { Id = "local", MaxCount = Fact(1) }));
        ImageModel model = catalog.Find("local")!;
        Assert.Same(model, catalog.Models[^1]);
        Assert.Equal(["max-count"], ModelFacts.All.Where(f => f.Of(model) is not null).Select(f => f.Key));
        Assert.Equal("1 (promptc.yaml:12, Project)", model.MaxCount.ToString());
        Assert.Null(model.MaxCount.Source!.Read);
    }

    [Fact]
    public void A_model_like_another_has_its_facts_but_not_its_snapshots()
    {
        ModelCatalog catalog = With(
            new ModelAddition(new ImageModel { Id = "mine", MaxCount = Fact(4) }, "gpt-image-2")
        );
        ImageModel mine = catalog.Find("mine")!;
        ImageModel two = catalog.Find("gpt-image-2")!;
        Assert.Equal(4, mine.MaxCount.Value);
        Assert.Equal(two.Qualities, mine.Qualities);
        Assert.Equal(two.Prices, mine.Prices);
        Assert.False(mine.Snapshots.IsKnown);
        Assert.Same(two, catalog.Find("gpt-image-2-2026-04-21"));
    }

    [Fact]
    public void A_known_model_keeps_its_place_and_what_is_not_said()
    {
        ImmutableArray<string> backgrounds = ["auto", "opaque", "transparent"];
        ModelCatalog catalog = With(
            new ModelAddition(
                new ImageModel
                {
                    Id = "gpt-image-2",
                    Backgrounds = new Fact<ImmutableArray<string>>(backgrounds, Line, Confidence.Project),
                }
            )
        );
        Assert.Equal(ModelCatalog.BuiltIn.Models.Select(m => m.Id), catalog.Models.Select(m => m.Id));
        ImageModel model = catalog.DefaultModel;
        Assert.Equal("gpt-image-2", model.Id);
        Assert.Equal(backgrounds, model.Backgrounds.Value);
        Assert.Equal(Confidence.Project, model.Backgrounds.Confidence);
        Assert.Equal(Confidence.Primary, model.Qualities.Confidence);
        Assert.Same(model, catalog.Find("gpt-image-2-2026-04-21"));
        Assert.DoesNotContain("transparent", ModelCatalog.BuiltIn.DefaultModel.Backgrounds.Value);
    }

    [Fact]
    public void A_snapshot_can_have_facts_of_its_own()
    {
        ModelCatalog catalog = With(
            new ModelAddition(new ImageModel { Id = "gpt-image-2-2026-04-21", MaxCount = Fact(2) })
        );
        Assert.Equal(2, catalog.Find("gpt-image-2-2026-04-21")!.MaxCount.Value);
        Assert.Equal(32_000, catalog.Find("gpt-image-2-2026-04-21")!.MaxPromptChars.Value);
        Assert.Equal(10, catalog.Find("gpt-image-2")!.MaxCount.Value);
    }

    [Fact]
    public void Additions_stand_on_earlier_ones()
    {
        ModelCatalog catalog = With(
            new ModelAddition(new ImageModel { Id = "a", MaxCount = Fact(2) }),
            new ModelAddition(new ImageModel { Id = "b", MaxPromptChars = Fact(500) }, "a"),
            new ModelAddition(new ImageModel { Id = "a", MaxPromptChars = Fact(100) })
        );
        Assert.Equal((2, 100), (catalog.Find("a")!.MaxCount.Value, catalog.Find("a")!.MaxPromptChars.Value));
        Assert.Equal((2, 500), (catalog.Find("b")!.MaxCount.Value, catalog.Find("b")!.MaxPromptChars.Value));
    }

    [Fact]
    public void A_model_is_like_one_that_exists()
    {
        var addition = new ModelAddition(new ImageModel { Id = "mine" }, "gpt-image-3");
        ArgumentException e = Assert.Throws<ArgumentException>(() => With(addition));
        Assert.Contains("gpt-image-3", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_facts_are_those_of_the_generator() =>
        Assert.Equal(FactColumns.All.Select(c => (c.Key, c.Title)), ModelFacts.All.Select(f => (f.Key, f.Title)));

    /// <summary>A fact that <c>Over</c> forgot would be lost in every model of a project.</summary>
    [Theory]
    [MemberData(nameof(Facts))]
    public void Every_fact_is_taken_over_and_can_be_replaced(string key)
    {
        ModelFact fact = ModelFacts.Find(key)!;
        ImageModel stated = Stated(fact, new ImageModel { Id = "base" }, Confidence.Primary);
        Assert.Equal([key], ModelFacts.All.Where(f => f.Of(stated) is not null).Select(f => f.Key));
        ImageModel taken = new ImageModel { Id = "top" }.Over(stated);
        Assert.Equal(Confidence.Primary, fact.Of(taken)!.Confidence);
        ImageModel replaced = Stated(fact, new ImageModel { Id = "top" }, Confidence.Project).Over(stated);
        Assert.Equal(Confidence.Project, fact.Of(replaced)!.Confidence);
    }

    private static ImageModel Stated(ModelFact fact, ImageModel model, Confidence confidence)
    {
        return fact switch
        {
            ModelFact<ImmutableArray<string>> f => Set(f),
            ModelFact<bool> f => Set(f),
            ModelFact<int> f => Set(f),
            ModelFact<decimal> f => Set(f),
            ModelFact<DateOnly?> f => Set(f),
            ModelFact<ModelStatus> f => Set(f),
            ModelFact<SizeRule> f => Set(f),
            ModelFact<PerImageTable> f => Set(f),
            ModelFact<InputTokenRule> f => Set(f),
            _ => throw new InvalidOperationException(fact.Key),
        };

        ImageModel Set<T>(ModelFact<T> f) => f.Set(model, new Fact<T>(default!, Line, confidence));
    }

    private static ModelCatalog With(params ModelAddition[] additions) => ModelCatalog.BuiltIn.With(additions);

    private static Fact<int> Fact(int value) => new(value, Line, Confidence.Project);
}
