using PromptDsl.Semantics.Values;
using PromptDsl.Text;

namespace PromptDsl.Semantics.Model;

/// <summary>The subject: setting, action, pose, expression, wardrobe, mood, count.</summary>
public sealed record SubjectSection(AuthoredText? Description, FieldSet Fields, SourceSpan Place);
