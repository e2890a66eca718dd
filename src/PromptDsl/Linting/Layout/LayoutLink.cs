namespace PromptDsl.Linting.Layout;

/// <summary>A relation that puts one thing before another on an axis.</summary>
/// <param name="Earlier">The index of the thing that comes first.</param>
/// <param name="Later">The index of the other.</param>
/// <param name="Source">What says so; an index that the caller gives a meaning.</param>
internal readonly record struct LayoutLink(int Earlier, int Later, int Source);
