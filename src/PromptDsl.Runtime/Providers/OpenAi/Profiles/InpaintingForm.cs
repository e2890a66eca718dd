using System.Collections.Immutable;

namespace PromptDsl.Runtime.Providers.OpenAi.Profiles;

/// <summary>
/// A form in place of edits: it takes one picture and one mask, gives one picture, and takes the prompt as it is.
/// </summary>
/// <param name="Endpoint">Where it goes, such as <c>/v1/images/inpainting</c>.</param>
/// <param name="Fields">The fields that it has beside its two files.</param>
public sealed record InpaintingForm(string Endpoint, ImmutableArray<string> Fields);
