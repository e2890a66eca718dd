using PromptDsl.Values;

namespace PromptDsl.Targets;

/// <summary>One row of a <see cref="PerImageTable"/>.</summary>
public sealed record PerImageRow(string Quality, ImageSize Size, decimal Value);
