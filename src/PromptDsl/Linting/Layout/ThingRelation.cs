using PromptDsl.Semantics.Model;

namespace PromptDsl.Linting.Layout;

/// <summary>A relation between two things of one area.</summary>
/// <param name="Relation">What is said.</param>
/// <param name="Thing">The index of the thing that says it.</param>
/// <param name="Target">The index of the other.</param>
internal readonly record struct ThingRelation(Relation Relation, int Thing, int Target);
