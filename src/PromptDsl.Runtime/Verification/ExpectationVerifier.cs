using System.Collections.Immutable;
using PromptDsl.Compilation;

namespace PromptDsl.Runtime.Verification;

/// <summary>Checks pictures by their bytes.</summary>
/// <param name="options">What checks are done with; null for what needs nothing.</param>
public sealed class ExpectationVerifier(VerifierOptions? options = null) : IPictureVerifier
{
    private readonly VerifierOptions _options = options ?? new VerifierOptions();

    public Task<ImmutableArray<PictureCheck>> VerifyAsync(
        CompiledStage stage,
        string path,
        CancellationToken cancellationToken
    ) => PictureVerifier.VerifyAsync(stage.Model, path, _options, cancellationToken);
}
