using PromptDsl.Text;

namespace PromptDsl.Semantics.Binding.Modules;

/// <summary>A file that is used under a name.</summary>
/// <param name="Module">The file, or null when it could not be read; that has been reported.</param>
internal sealed record Import(string Alias, SourceSpan Place, Module? Module);
