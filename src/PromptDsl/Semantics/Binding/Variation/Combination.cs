using System.Collections.Immutable;
using PromptDsl.Semantics.Model;
using PromptDsl.Semantics.Values;

namespace PromptDsl.Semantics.Binding.Variation;

/// <summary>One combination of what varies.</summary>
/// <param name="Name">Empty when nothing varies.</param>
/// <param name="Bindings">What varies, as written.</param>
/// <param name="Parameters">Values of parameters, by file and name.</param>
/// <param name="Fields">Fields of the file, by block; the empty block is the file itself.</param>
internal sealed record Combination(
    string Name,
    ImmutableArray<KeyValuePair<string, string>> Bindings,
    IReadOnlyDictionary<(string Path, string Name), BoundValue> Parameters,
    ImmutableArray<(string Block, Field Field)> Fields
);
