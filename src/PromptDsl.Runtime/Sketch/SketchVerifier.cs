using System.Collections.Immutable;
using PromptDsl.Compilation;
using PromptDsl.Runtime.Verification;

namespace PromptDsl.Runtime.Sketch;

/// <summary>
/// Checks sketches. What a sketch cannot have, such as the provenance record of a provider, or the light of a picture,
/// is not held against it.
/// </summary>
/// <param name="inner">Checks everything else.</param>
public sealed class SketchVerifier(IPictureVerifier inner) : IPictureVerifier
{
    private static readonly ImmutableArray<string> NotInSketches =
    [
        "provenance",
        "not-dark",
        "no-color-cast",
        "palette",
        "text",
    ];

    public async Task<ImmutableArray<PictureCheck>> VerifyAsync(
        CompiledStage stage,
        string path,
        CancellationToken cancellationToken
    ) =>
        [
            .. (await inner.VerifyAsync(stage, path, cancellationToken)).Select(check =>
                check.Status == CheckStatus.Failed && NotInSketches.Contains(check.Key)
                    ? check with
                    {
                        Status = CheckStatus.NotChecked,
                        Message = "a sketch does not have what pictures of a model have",
                    }
                    : check
            ),
        ];
}
