namespace PromptDsl.Pictures;

/// <summary>Something that was done to a picture, as its C2PA manifest says.</summary>
/// <param name="Name">What was done, such as <c>c2pa.created</c>.</param>
/// <param name="SoftwareAgent">The program that did it, with its version: <c>gpt-image 2.0</c>; null when it is not said.</param>
/// <param name="DigitalSourceType">The IPTC term for the kind of source; null when it is not said.</param>
public sealed record ProvenanceAction(string Name, string? SoftwareAgent, string? DigitalSourceType);
