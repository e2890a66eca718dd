namespace PromptDsl.Linting.Layout;

/// <summary>A stretch of an axis; only the order of the ends matters, not their distance.</summary>
/// <param name="From">The first place.</param>
/// <param name="To">The last place.</param>
internal readonly record struct LayoutZone(int From, int To);
