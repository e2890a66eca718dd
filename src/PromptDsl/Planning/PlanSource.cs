namespace PromptDsl.Planning;

/// <summary>A compiled file that takes part in a plan.</summary>
/// <param name="Path">The path under which the plan lists it; each file has another one.</param>
/// <param name="Result">What it compiled to.</param>
/// <param name="Options">
/// With what: their catalog has the prices, and their assets look at input pictures; without those the sizes
/// of the pictures are not known.
/// </param>
public sealed record PlanSource(string Path, CompilationResult Result, CompilerOptions Options);
