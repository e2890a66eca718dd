using PromptDsl.Semantics.Binding.Modules;
using PromptDsl.Text;

namespace PromptDsl.Semantics.Binding.Evaluation;

/// <summary>A declaration that another one needs.</summary>
/// <param name="IsBody">Whether what a definition says in its braces is needed, and not its value.</param>
/// <param name="Place">The name where it is declared.</param>
internal readonly record struct Dependency(ModuleInstance Instance, string Name, bool IsBody, SourceSpan Place);
