using PromptDsl.Semantics.Values;
using PromptDsl.Text;

namespace PromptDsl.Semantics.Binding.Stages;

/// <summary>Something that a stage edits: the picture of a stage, or a file.</summary>
internal sealed record StageSource(string? Stage, ImageValue? File, SourceSpan Place);
