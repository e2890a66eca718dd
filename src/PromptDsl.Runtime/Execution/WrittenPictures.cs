using System.Collections.Immutable;
using PromptDsl.Runtime.Artifacts;

namespace PromptDsl.Runtime.Execution;

/// <summary>The pictures of a stage on their way into the output folder.</summary>
/// <param name="Pictures">Those that are there.</param>
/// <param name="Selected">The one that later stages build on, wherever it is; null when it has not come.</param>
/// <param name="Failure">Why the first of those that are not there could not be written; null when all are.</param>
internal sealed record WrittenPictures(
    ImmutableArray<Artifact> Pictures,
    SelectedPicture? Selected,
    RunFailure? Failure
);
