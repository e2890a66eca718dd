using System.Collections.Immutable;

namespace PromptDsl.Emulator.Http;

/// <summary>What a path leads to.</summary>
/// <param name="Endpoint">One of <see cref="Endpoints"/>.</param>
/// <param name="Rest">The parts of the path after it.</param>
/// <param name="Deployment">The deployment that a path of Azure names.</param>
internal sealed record Route(string Endpoint, ImmutableArray<string> Rest, string? Deployment)
{
    /// <summary>The route of a path, or null when it leads nowhere.</summary>
    public static Route? Find(string path, bool isAzure)
    {
        string[] parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return parts switch
        {
            ["openai", "deployments", var deployment, "images", "generations" or "edits"] when isAzure => new(
                $"images/{parts[^1]}",
                [],
                deployment
            ),
            ["openai", "v1", .. var rest] when isAzure => Find(rest),
            ["v1", .. var rest] when !isAzure => Find(rest),
            _ => null,
        };
    }

    private static Route? Find(ReadOnlySpan<string> parts) =>
        parts switch
        {
            ["images", "generations" or "edits" or "inpainting" or "variations", .. var rest] => new(
                $"images/{parts[1]}",
                [.. rest],
                null
            ),
            ["images", .. var rest] => new(Endpoints.Pictures, [.. rest], null),
            [Endpoints.Responses or Endpoints.Files or Endpoints.Batches or Endpoints.Models, .. var rest] => new(
                parts[0],
                [.. rest],
                null
            ),
            _ => null,
        };
}
