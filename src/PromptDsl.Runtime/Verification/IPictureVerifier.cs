using System.Collections.Immutable;
using PromptDsl.Compilation;

namespace PromptDsl.Runtime.Verification;

/// <summary>Checks pictures against what their stages expect.</summary>
public interface IPictureVerifier
{
    /// <summary>Checks a file; an expectation that cannot be checked is a result, not an exception.</summary>
    Task<ImmutableArray<PictureCheck>> VerifyAsync(
        CompiledStage stage,
        string path,
        CancellationToken cancellationToken
    );
}
