using System.Collections.Immutable;
using PromptDsl.Semantics.Model;

namespace PromptDsl.Compilation;

/// <summary>One picture to make, or one pipeline: a file with one combination of what varies.</summary>
/// <param name="Name">Empty unless the file varies; else made of the values, such as <c>season=spring</c>, and fit for a file name.</param>
/// <param name="Bindings">What varies, as (name, value).</param>
/// <param name="Model">What the file means with these values.</param>
/// <param name="Stages">The stages in an order in which each follows those it reads; a file without stages has one without a name.</param>
public sealed record CompiledBuild(
    string Name,
    ImmutableArray<KeyValuePair<string, string>> Bindings,
    PromptModel Model,
    ImmutableArray<CompiledStage> Stages
);
