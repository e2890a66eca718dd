using System.Collections.Immutable;
using PromptDsl.Runtime.Providers;
using PromptDsl.Runtime.Verification;

namespace PromptDsl.Runtime.Execution;

/// <summary>The variant of a stage that goes on.</summary>
/// <param name="Picture">The picture, in the folder of the run.</param>
/// <param name="ResponseId">The response that brought it.</param>
/// <param name="Checks">What came of its expectations.</param>
internal sealed record SelectedPicture(PictureFile Picture, string? ResponseId, ImmutableArray<PictureCheck> Checks);
