using PromptDsl.Runtime.Verification.Reading;

namespace PromptDsl.Runtime.Verification;

/// <summary>What checks are done with.</summary>
public sealed record VerifierOptions
{
    /// <summary>What reads lettering; without one no text is checked.</summary>
    public ITextReader? TextReader { get; init; }
}
