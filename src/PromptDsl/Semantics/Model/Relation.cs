using System.Collections.Immutable;
using PromptDsl.Semantics.Values;
using PromptDsl.Text;

namespace PromptDsl.Semantics.Model;

/// <summary>A relation such as <c>left-of: cabin</c>.</summary>
/// <param name="Kind">One of <see cref="Schema.LanguageSchema.Relations"/>.</param>
/// <param name="Targets">A <see cref="NameValue"/> for a declared thing, a <see cref="TextValue"/> for words.</param>
/// <param name="Place">The whole property.</param>
public sealed record Relation(string Kind, ImmutableArray<BoundValue> Targets, SourceSpan Place);
