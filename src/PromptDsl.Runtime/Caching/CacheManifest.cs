using System.Collections.Immutable;
using PromptDsl.Runtime.Providers;

namespace PromptDsl.Runtime.Caching;

/// <summary>What the folder of an entry says about itself.</summary>
/// <param name="Schema">The version of the form.</param>
/// <param name="Key">The key of the entry.</param>
/// <param name="CreatedAt">When it was stored, in UTC.</param>
/// <param name="Pictures">The pictures; a path is a name in the folder.</param>
internal sealed record CacheManifest(
    int Schema,
    string Key,
    DateTimeOffset CreatedAt,
    ImmutableArray<PictureFile> Pictures
)
{
    public const int CurrentSchema = 1;

    public TokenUsage? Usage { get; init; }

    public string? ResponseId { get; init; }

    public string? RevisedPrompt { get; init; }

    public CacheEntry ToEntry() =>
        new(Pictures)
        {
            Usage = Usage,
            ResponseId = ResponseId,
            RevisedPrompt = RevisedPrompt,
        };
}
