using PromptDsl.Semantics.Model;

namespace PromptDsl.Semantics.Binding.Expansion;

/// <summary>A field with its rank: whether the block says it itself, or which include brought it in.</summary>
/// <param name="Dropped">What another include said differently, or null.</param>
internal readonly record struct RankedField(Field Field, int Rank, Field? Dropped);
