using System.Collections.Immutable;
using PromptDsl.Compilation;

namespace PromptDsl.Runtime.Verification;

/// <summary>Checks a picture against what its stage expects.</summary>
public interface IPictureVerifier
{
    /// <summary>Checks the file; an expectation that cannot be checked is a result, not an exception.</summary>
    Task<ImmutableArray<PictureCheck>> VerifyAsync(
        CompiledStage stage,
        string path,
        CancellationToken cancellationToken
    );
}
