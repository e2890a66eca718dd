using System.Collections.Immutable;
using PromptDsl.Text;

namespace PromptDsl.Diagnostics;

/// <summary>
/// A finding. The message states a fact in one sentence, in the present tense, without a final
/// period; what to do about it is in <see cref="Help"/> or in a fix.
/// </summary>
public sealed record Diagnostic(DiagnosticDescriptor Descriptor, string Message, DiagnosticLabel Primary)
{
    public string Code => Descriptor.Code;

    public string Name => Descriptor.Name;

    public DiagnosticSeverity Severity { get; init; } = Descriptor.Severity;

    /// <summary>Other places that belong to the finding, in any file.</summary>
    public ImmutableArray<DiagnosticLabel> Secondary { get; init; } = [];

    /// <summary>What to do, in one or two sentences.</summary>
    public string? Help { get; init; }

    public ImmutableArray<CodeFix> Fixes { get; init; } = [];

    public SourceText Source => Primary.Place.Source;

    public TextSpan Span => Primary.Place.Span;

    public bool IsError => Severity == DiagnosticSeverity.Error;

    public override string ToString() => $"{Primary.Place}: {Severity} {Code} ({Name}): {Message}";
}
