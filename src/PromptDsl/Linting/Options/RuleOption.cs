namespace PromptDsl.Linting.Options;

/// <summary>Something that a project can set about a rule.</summary>
/// <param name="Name">Kebab-case.</param>
/// <param name="Documentation">One sentence for people.</param>
public abstract record RuleOption(string Name, string Documentation);
