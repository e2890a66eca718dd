using System.Collections.Immutable;

namespace PromptDsl.Generator.Models;

/// <summary>A model with its facts by their key in the file; an unknown fact is not among them.</summary>
internal sealed record ModelRow(string Id, ImmutableDictionary<string, FactRow> Facts, ImmutableArray<string> Notes);
