namespace PromptDsl.Runtime.Providers.OpenAi.Batches;

/// <summary>Failures of what costs nothing.</summary>
internal static class BatchFailures
{
    /// <summary>
    /// The failure of sending a file or asking a question: what came of it does not matter, and it can be sent again.
    /// </summary>
    public static ProviderFailure WithoutCost(ProviderFailure failure) =>
        failure.Kind == FailureKind.OutcomeUnknown
            ? failure with
            {
                Kind = FailureKind.ConnectionFailed,
                MayHaveBeenPaid = false,
            }
            : failure with
            {
                MayHaveBeenPaid = false,
            };
}
