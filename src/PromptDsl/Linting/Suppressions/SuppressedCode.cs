using PromptDsl.Diagnostics;
using PromptDsl.Text;

namespace PromptDsl.Linting.Suppressions;

/// <summary>A code or a name in a suppression.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Descriptor">What it names, or null when there is no such finding.</param>
public sealed record SuppressedCode(SourceSpan Place, DiagnosticDescriptor? Descriptor)
{
    /// <summary>As it is written.</summary>
    public string Written => Place.Text;
}
