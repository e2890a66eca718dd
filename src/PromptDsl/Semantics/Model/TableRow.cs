using System.Collections.Immutable;
using PromptDsl.Semantics.Values;
using PromptDsl.Text;

namespace PromptDsl.Semantics.Model;

/// <summary>A row of a table.</summary>
public sealed record TableRow(AuthoredText? Label, ImmutableArray<BoundValue> Cells, SourceSpan Place);
