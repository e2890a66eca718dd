namespace PromptDsl.Runtime.Verification;

/// <summary>What came of checking an expectation.</summary>
public enum CheckStatus
{
    Passed,
    Failed,

    /// <summary>It cannot be told here; the message says why.</summary>
    NotChecked,
}
