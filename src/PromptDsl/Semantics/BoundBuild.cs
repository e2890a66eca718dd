using System.Collections.Immutable;
using PromptDsl.Semantics.Model;

namespace PromptDsl.Semantics;

/// <summary>The meaning of a file with one combination of what varies.</summary>
internal sealed record BoundBuild(
    string Name,
    ImmutableArray<KeyValuePair<string, string>> Bindings,
    PromptModel Model
);
