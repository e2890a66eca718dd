using PromptDsl.Text;

namespace PromptDsl.Semantics.Model;

/// <summary>Where everything important must be: top, bottom, left, right, margin-….</summary>
public sealed record SafeAreaSection(FieldSet Fields, SourceSpan Place);
