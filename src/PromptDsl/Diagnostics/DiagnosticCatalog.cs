using System.Collections.Frozen;
using System.Collections.Immutable;
using PromptDsl.Linting;
using PromptDsl.Locking;
using PromptDsl.Planning;
using PromptDsl.Semantics;
using PromptDsl.Syntax;
using PromptDsl.Targets.Checks;

namespace PromptDsl.Diagnostics;

/// <summary>Every code that a compilation, a plan or the linter can report.</summary>
public static class DiagnosticCatalog
{
    private static readonly FrozenDictionary<string, DiagnosticDescriptor> ByCodeOrName;

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
                .Concat(RuleRegistry.All.Select(r => r.Descriptor))
                .OrderBy(d => d.Code, StringComparer.Ordinal),
        ];
        ByCodeOrName = All.SelectMany(d => new[] { KeyValuePair.Create(d.Code, d), KeyValuePair.Create(d.Name, d) })
            .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The codes in order.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; }

    /// <summary>A code by itself or by its name, in any case.</summary>
    public static DiagnosticDescriptor? Find(string codeOrName) => ByCodeOrName.GetValueOrDefault(codeOrName);
}
