namespace PromptDsl.Comparison;

/// <summary>A field of a request that is not the same in two versions.</summary>
/// <param name="Name"><c>endpoint</c>, the name of a field such as <c>size</c>, <c>input 1</c>, <c>mask</c>, …</param>
/// <param name="Before">The earlier value; null when there was none.</param>
/// <param name="After">The later value; null when there is none.</param>
public sealed record RequestDifference(string Name, string? Before, string? After);
