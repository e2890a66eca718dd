using PromptDsl;

namespace ChatBot;

/// <summary>A wish as a prompt.</summary>
/// <param name="Result">What it compiled to.</param>
/// <param name="Options">With what.</param>
internal sealed record CompiledWish(CompilationResult Result, CompilerOptions Options)
{
    /// <summary>Why it cannot be drawn; null when it can.</summary>
    public string? Problem => Result.Diagnostics.FirstOrDefault(d => d.IsError)?.Message;
}
