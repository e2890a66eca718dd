using FsCheck;
using FsCheck.Fluent;
using PromptDsl.Targets;
using PromptDsl.Targets.Prices;
using PromptDsl.Targets.Requests;
using PromptDsl.Values;
using Xunit;

namespace PromptDsl.Tests.Targets.Prices;

/// <summary>What holds for every request of every model.</summary>
public class PriceEstimatePropertyTests
{
    private static readonly Gen<ImageParameters> Requests =
        from model in Gen.Elements(ModelCatalog.BuiltIn.Models.Select(m => m.Id))
        from quality in Gen.Elements(null, "auto", "low", "medium", "high", "max")
        from size in Gen.Elements<ImageSize?>(null, new(1024, 1024), new(1536, 1024), new(1536, 864))
        from partial in Gen.Choose(0, 3)
        from format in Gen.Elements(null, "png", "svg")
        select new ImageParameters
        {
            Model = model,
            Quality = quality,
            Size = size,
            PartialImages = partial,
            Format = format,
        };

    private static readonly Gen<ApiRoute> Routes = Gen.Elements(ApiRoute.Images, ApiRoute.Responses);

    [Fact]
    public void So_many_pictures_cost_so_many_times_one() =>
        Prop.ForAll(
                Gen.Zip(Requests, Gen.Zip(Routes, Gen.Choose(1, 10))).ToArbitrary(),
                request =>
                {
                    (ImageParameters one, (ApiRoute route, int count)) = request;
                    Assert.Equal(Output(one, route) * count, Output(one with { Count = count }, route));
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void The_total_is_known_exactly_when_all_parts_are() =>
        Prop.ForAll(
                Gen.Zip(Requests, Routes).ToArbitrary(),
                request =>
                {
                    PriceEstimate estimate = PriceCase.Estimate(request.Item1, "a red fox", route: request.Item2);
                    Assert.Equal(estimate.Parts.All(p => p.Price.IsKnown), estimate.Total.IsKnown);
                    Assert.Equal(estimate.Parts.Sum(p => p.Price.Low.Dollars), estimate.Total.Low.Dollars);
                    Assert.All(
                        estimate.Parts.Where(p => p.Price.Low > Money.Zero),
                        p => Assert.True(p.Basis is not null && !p.Sources.IsEmpty)
                    );
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    private static PriceRange Output(ImageParameters parameters, ApiRoute route) =>
        PriceRange.Sum(
            PriceCase
                .Estimate(parameters, route: route)
                .Parts.Where(p => p.Kind is PricePartKind.Output or PricePartKind.PartialImages)
                .Select(p => p.Price)
        );
}
