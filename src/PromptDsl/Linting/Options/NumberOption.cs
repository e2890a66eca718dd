namespace PromptDsl.Linting.Options;

/// <summary>A number, such as a contrast ratio.</summary>
/// <param name="Name">Kebab-case.</param>
/// <param name="Default">What counts when nothing is set.</param>
/// <param name="Minimum">The smallest value that makes sense.</param>
/// <param name="Maximum">The largest value that makes sense.</param>
/// <param name="Documentation">One sentence for people.</param>
public sealed record NumberOption(string Name, decimal Default, decimal Minimum, decimal Maximum, string Documentation)
    : RuleOption(Name, Documentation);
