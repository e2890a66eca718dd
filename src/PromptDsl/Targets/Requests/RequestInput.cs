using System.Collections.Immutable;

namespace PromptDsl.Targets.Requests;

/// <summary>An input image of a request.</summary>
/// <param name="Number">The number by which the prompt names it, counting from 1.</param>
/// <param name="Roles">What it is for, at least one role; a file that is used twice has both.</param>
/// <param name="Source">Where its bytes come from.</param>
public sealed record RequestInput(int Number, ImmutableArray<string> Roles, InputSource Source);
