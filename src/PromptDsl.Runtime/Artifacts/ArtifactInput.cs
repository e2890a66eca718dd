namespace PromptDsl.Runtime.Artifacts;

/// <summary>A picture that was sent.</summary>
/// <param name="Name">The name by which it was sent.</param>
/// <param name="Sha256">The hash of its bytes, in lower-case hexadecimal.</param>
public sealed record ArtifactInput(string Name, string Sha256);
