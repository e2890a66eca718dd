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
    public async Task<ImmutableArray<PictureCheck>> VerifyAsync(
        CompiledStage stage,
        string path,
        CancellationToken cancellationToken
    ) =>
        [
            .. (await inner.VerifyAsync(stage, path, cancellationToken)).Select(check =>
                check.Status == CheckStatus.Failed && Excuse(check) is { } excuse
                    ? check with
                    {
                        Status = CheckStatus.NotChecked,
                        Message = excuse,
                    }
                    : check
            ),
        ];

    // Letters are drawn on a coarse grid: those that can be read show that the check works, others show nothing.
    private static string? Excuse(PictureCheck check) =>
        check.Key switch
        {
            "provenance" => "a sketch has no C2PA manifest",
            "not-dark" or "no-color-cast" => "the light of a sketch is not that of a picture",
            "palette" => "the colours of a sketch are not those of a picture",
            "text" => $"the letters of a sketch are coarse: {check.Message}",
            _ => null,
        };
}
