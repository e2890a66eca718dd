using PromptDsl.Semantics.Values;
using PromptDsl.Text;

namespace PromptDsl.Semantics.Model;

/// <summary>A callout: target, number, side.</summary>
/// <param name="Label">Literal copy.</param>
public sealed record CalloutThing(string? Name, AuthoredText Label, FieldSet Fields, SourceSpan Place)
    : Thing(Name, Fields, [], Place);
