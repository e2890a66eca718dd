using PromptDsl.Targets;

namespace PromptDsl.Cli.Verbs;

/// <summary>How far a fact can be relied on, as <c>models.yaml</c> writes it.</summary>
internal static class ConfidenceNames
{
    public static string Of(Confidence confidence) =>
        confidence == Confidence.PrimaryOld ? "primary-old" : confidence.ToString().ToLowerInvariant();
}
