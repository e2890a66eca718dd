using PromptDsl.Text;

namespace PromptDsl.Semantics.Model;

/// <summary>The fields that a kind of content needs, such as <c>infographic { topic }</c>.</summary>
public sealed record DomainSection(string Kind, FieldSet Fields, SourceSpan Place);
