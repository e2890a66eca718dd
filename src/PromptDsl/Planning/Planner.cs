using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using PromptDsl.Assets;
using PromptDsl.Compilation;
using PromptDsl.Targets;
using PromptDsl.Targets.Prices;
using PromptDsl.Targets.Requests;
using PromptDsl.Values;

namespace PromptDsl.Planning;

/// <summary>Makes plans of compiled files, each with the models and the pictures that it was compiled with.</summary>
public static class Planner
{
    /// <summary>Plans the files by path, whatever order they are given in.</summary>
    public static RequestPlan Plan(IEnumerable<PlanSource> sources)
    {
        var read = new SortedDictionary<string, FactSource>(StringComparer.Ordinal);
        ImmutableArray<PlanFile> files =
        [
            .. sources
                .OrderBy(s => s.Path, StringComparer.Ordinal)
                .Select(s => new PlanFile(s.Path, [.. s.Result.Builds.Select(b => Plan(b, s.Options, read))])),
        ];
        return new RequestPlan(ModelCatalog.BuiltIn.AsOf, files, [.. read.Values]);
    }

    private static PlanBuild Plan(
        CompiledBuild build,
        CompilerOptions options,
        SortedDictionary<string, FactSource> read
    )
    {
        var sizes = build.Stages.ToDictionary(s => s.Name, s => s.Request.Size.Size, StringComparer.Ordinal);
        return new PlanBuild(build.Name, [.. build.Stages.Select(s => Plan(s, sizes, options, read))]);
    }

    private static PlanStage Plan(
        CompiledStage stage,
        Dictionary<string, ImageSize?> sizes,
        CompilerOptions options,
        SortedDictionary<string, FactSource> read
    )
    {
        ImageRequest request = stage.Request;
        ImageModel? model = options.Catalog.Find(request.Model);

        // A picture is read only for a model whose price depends on its size.
        IAssetInspector? assets = model is { Tokens.Input.IsKnown: true } ? options.Assets : null;
        ImmutableArray<ImageSize?> inputs =
        [
            .. request.Inputs.Select(i =>
                i.Source is StageInput earlier
                    ? sizes[earlier.Stage]
                    : assets?.Inspect(((FileInput)i.Source).Path)?.Size
            ),
        ];
        PriceEstimate estimate = PriceEstimator.Estimate(model, request, stage.Prompt.Text, inputs);
        foreach (FactSource source in estimate.Parts.SelectMany(p => p.Sources))
        {
            read[source.Id] = source;
        }

        return new PlanStage(
            stage.Name,
            stage.IsEdit,
            stage.Model.DependsOn,
            Describe(stage),
            [
                .. estimate.Parts.Select(p => new PlanPart(
                    p.Kind,
                    p.Tokens,
                    p.Price,
                    p.Basis,
                    [.. p.Sources.Select(s => s.Id).Distinct(StringComparer.Ordinal)]
                )),
            ]
        );
    }

    private static PlanRequest Describe(CompiledStage stage)
    {
        ImageRequest request = stage.Request;
        return new PlanRequest
        {
            Endpoint = request.Endpoint,
            Model = request.Model,
            ConversationModel = request.ConversationModel,
            Size = request.Size.Sent,
            Quality = request.FindText("quality"),
            Format = request.FindText("output_format"),
            Count = request.Count,
            Repeat = request.Repeat,
            PartialImages = request.FindNumber("partial_images") ?? 0,
            Inputs =
            [
                .. request.Inputs.Select(i => new PlanInput(
                    i.Number,
                    (i.Source as FileInput)?.Path,
                    (i.Source as StageInput)?.Stage,
                    i.Roles
                )),
            ],
            Mask = request.Mask?.Source.Path,
            PreviousResponse = request.PreviousResponse,
            PromptSha256 = HashOf(stage.Prompt.Text),
            RequestSha256 = HashOf(request.ToJson()),
        };
    }

    private static string HashOf(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
