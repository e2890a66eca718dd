using PromptDsl.Linting.Passages;
using PromptDsl.Linting.Scanning;

namespace PromptDsl.Linting.Claims;

/// <summary>Something said about a whole: the picture, an area of it, a thing.</summary>
/// <param name="Hit">The words.</param>
/// <param name="Scope">What they are said of.</param>
/// <param name="Head">The word that a modifier stands before, such as "scene" in "dark scene", or null.</param>
internal sealed record Claim(TermHit Hit, PassageScope Scope, TermHit? Head = null);
