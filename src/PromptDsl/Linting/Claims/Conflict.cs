namespace PromptDsl.Linting.Claims;

/// <summary>Two claims about one whole that exclude each other.</summary>
/// <param name="First">The one that is said first.</param>
/// <param name="Second">The other.</param>
internal sealed record Conflict(Claim First, Claim Second);
