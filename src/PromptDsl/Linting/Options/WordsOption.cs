namespace PromptDsl.Linting.Options;

/// <summary>A list of words, empty unless it is set: what the rule lets pass.</summary>
/// <param name="Name">Kebab-case.</param>
/// <param name="Documentation">One sentence for people.</param>
public sealed record WordsOption(string Name, string Documentation) : RuleOption(Name, Documentation);
