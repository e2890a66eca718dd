using PromptDsl.Targets;
using PromptDsl.Targets.Prices;
using PromptDsl.Targets.Requests;
using PromptDsl.Values;
using Xunit;

namespace PromptDsl.Tests.Targets.Prices;

/// <summary>Estimates the price of a request of the built-in catalog.</summary>
internal static class PriceCase
{
    public static readonly RequestInput Photo = new(1, ["content"], new FileInput("photo.png"));

    public static PriceEstimate Estimate(
        ImageParameters parameters,
        string prompt = "",
        RequestInput[]? inputs = null,
        ImageSize?[]? sizes = null,
        ApiRoute route = ApiRoute.Images,
        string? mask = null
    )
    {
        ImageRequest request = RequestBuilder.Build(
            ModelCatalog.BuiltIn,
            new RequestDescription
            {
                Prompt = prompt,
                Action = inputs is null ? RequestAction.Generate : RequestAction.Edit,
                Parameters = parameters,
                Inputs = [.. inputs ?? []],
                Route = route,
                Mask = mask is null ? null : new RequestMask(mask),
            }
        );
        ImageModel? model = ModelCatalog.BuiltIn.Find(request.Model);
        return PriceEstimator.Estimate(model, request, prompt, [.. sizes ?? []]);
    }

    public static PricePart PartOf(PriceEstimate estimate, PricePartKind kind) =>
        Assert.Single(estimate.Parts, p => p.Kind == kind);

    public static ImageSize Size(string text)
    {
        Assert.True(ImageSize.TryParse(text, out ImageSize size));
        return size;
    }
}
