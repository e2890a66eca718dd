using System.Collections.Immutable;

namespace PromptDsl.Linting;

/// <summary>The categories by the names that are written: <c>contradictions</c>.</summary>
public static class RuleCategories
{
    /// <summary>The names in the order of the codes.</summary>
    public static ImmutableArray<string> Names { get; } = [.. Enum.GetValues<RuleCategory>().Select(NameOf)];

    public static string NameOf(RuleCategory category) => category.ToString().ToLowerInvariant();

    /// <summary>The category of a name in any case, or null.</summary>
    public static RuleCategory? Find(string name)
    {
        int index = Names.IndexOf(name, 0, Names.Length, StringComparer.OrdinalIgnoreCase);
        return index < 0 ? null : Enum.GetValues<RuleCategory>()[index];
    }

    /// <summary>The rules of a category, in the order of the codes.</summary>
    public static IEnumerable<LintRule> RulesOf(RuleCategory category) =>
        RuleRegistry.All.Where(r => r.Category == category);
}
