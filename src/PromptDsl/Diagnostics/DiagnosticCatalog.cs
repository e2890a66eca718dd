using System.Collections.Immutable;
using PromptDsl.Syntax;

namespace PromptDsl.Diagnostics;

/// <summary>All kinds of finding.</summary>
public static class DiagnosticCatalog
{
    /// <summary>The descriptors by code.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        .. LexicalDiagnostics
            .Descriptors.AddRange(SyntaxDiagnostics.Descriptors)
            .AddRange(HabitDiagnostics.Descriptors)
            .OrderBy(d => d.Code, StringComparer.Ordinal),
    ];

    /// <summary>Finds a kind by its code or its name, in any case.</summary>
    public static DiagnosticDescriptor? Find(string codeOrName) =>
        All.FirstOrDefault(d =>
            string.Equals(d.Code, codeOrName, StringComparison.OrdinalIgnoreCase)
            || string.Equals(d.Name, codeOrName, StringComparison.OrdinalIgnoreCase)
        );
}
