using PromptDsl;

namespace WebApi;

/// <summary>A template with the values of a request.</summary>
/// <param name="Name">The name of the template.</param>
/// <param name="Result">What it compiled to, or why it did not.</param>
/// <param name="Options">With what.</param>
internal sealed record CompiledTemplate(string Name, CompilationResult Result, CompilerOptions Options)
{
    public string Path => $"{Name}.imgp";
}
