using System.Collections.Immutable;

namespace PromptDsl.Diagnostics;

/// <summary>The codes of one area; a descriptor is listed by being declared.</summary>
internal sealed class DescriptorSet
{
    private readonly ImmutableArray<DiagnosticDescriptor>.Builder _all =
        ImmutableArray.CreateBuilder<DiagnosticDescriptor>();

    public ImmutableArray<DiagnosticDescriptor> All => _all.ToImmutable();

    public bool Contains(DiagnosticDescriptor descriptor) => _all.Contains(descriptor);

    public DiagnosticDescriptor Error(string code, string name) => Add(code, name, DiagnosticSeverity.Error);

    public DiagnosticDescriptor Warning(string code, string name) => Add(code, name, DiagnosticSeverity.Warning);

    public DiagnosticDescriptor Hint(string code, string name) => Add(code, name, DiagnosticSeverity.Hint);

    private DiagnosticDescriptor Add(string code, string name, DiagnosticSeverity severity)
    {
        var descriptor = new DiagnosticDescriptor(code, name, severity);
        _all.Add(descriptor);
        return descriptor;
    }
}
