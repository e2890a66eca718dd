using System.Collections.Frozen;
using System.Collections.Immutable;
using PromptDsl.Linting;
using PromptDsl.Linting.Suppressions;
using PromptDsl.Locking;
using PromptDsl.Planning;
using PromptDsl.Semantics;
using PromptDsl.Syntax;
using PromptDsl.Targets.Checks;
using PromptDsl.Text;

namespace PromptDsl.Diagnostics;

/// <summary>Every code that a compilation, a plan or the linter can report.</summary>
public static class DiagnosticCatalog
{
    /// <summary><c>IMG34</c>.</summary>
    private const int AreaLength = 5;

    private static readonly FrozenDictionary<string, DiagnosticDescriptor> ByCodeOrName;
    private static readonly FrozenDictionary<string, DiagnosticDescriptor> ByFormerName;

    static DiagnosticCatalog()
    {
        All =
        [
            .. LexicalDiagnostics
                .Descriptors.Concat(HabitDiagnostics.Descriptors)
                .Concat(SyntaxDiagnostics.Descriptors)
                .Concat(PlacementDiagnostics.Descriptors)
                .Concat(ValueDiagnostics.Descriptors)
                .Concat(ImportDiagnostics.Descriptors)
                .Concat(ParameterDiagnostics.Descriptors)
                .Concat(ExpansionDiagnostics.Descriptors)
                .Concat(StageDiagnostics.Descriptors)
                .Concat(TargetChecks.Descriptors)
                .Concat(LockDiagnostics.Descriptors)
                .Concat(PlanDiagnostics.Descriptors)
                .Concat(LintDiagnostics.Descriptors)
                .Concat(SuppressionDiagnostics.Descriptors)
                .Concat(RuleRegistry.All.Select(r => r.Descriptor))
                .OrderBy(d => d.Code, StringComparer.Ordinal),
        ];
        ByCodeOrName = All.SelectMany(d => new[] { KeyValuePair.Create(d.Code, d), KeyValuePair.Create(d.Name, d) })
            .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        ByFormerName = RuleRegistry
            .All.SelectMany(r => r.FormerNames.Select(n => KeyValuePair.Create(n, r.Descriptor)))
            .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The codes in order.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; }

    /// <summary>The code or the name that was probably meant, or null; other words may be among the candidates.</summary>
    internal static string? Suggest(string written, params IEnumerable<string> others)
    {
        // There are more codes than are looked at one by one; those of another area are not meant.
        string area = written.Length > AreaLength ? written[..AreaLength] : written;
        return Suggestion.For(
            written,
            All.Select(d => d.Code)
                .Where(c => c.StartsWith(area, StringComparison.OrdinalIgnoreCase))
                .Concat(others)
                .Concat(All.Select(d => d.Name).OrderBy(n => written.StartsWith(n[0]) ? 0 : 1))
        );
    }

    /// <summary>A code by itself or by its name, in any case; a former name still counts.</summary>
    public static DiagnosticDescriptor? Find(string codeOrName) =>
        ByCodeOrName.GetValueOrDefault(codeOrName) ?? ByFormerName.GetValueOrDefault(codeOrName);

    /// <summary>Whether a finding was called so once and is called otherwise now.</summary>
    public static bool IsFormerName(string name) => ByFormerName.ContainsKey(name) && !ByCodeOrName.ContainsKey(name);
}
