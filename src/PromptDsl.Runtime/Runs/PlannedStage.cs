using System.Collections.Immutable;
using PromptDsl.Planning;
using PromptDsl.Runtime.Artifacts;

namespace PromptDsl.Runtime.Runs;

/// <summary>A stage that a run is to make.</summary>
/// <param name="Node">The stage.</param>
/// <param name="Model">The image model.</param>
/// <param name="Variants">How many pictures it gives.</param>
/// <param name="Prompt">The text that is sent.</param>
/// <param name="PromptMap">Which lines each part of the prompt comes from, in order and without a gap.</param>
public sealed record PlannedStage(
    PlanKey Node,
    string Model,
    int Variants,
    string Prompt,
    ImmutableArray<PromptPart> PromptMap
);
