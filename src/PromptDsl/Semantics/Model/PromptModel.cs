using System.Collections.Immutable;
using PromptDsl.Syntax;

namespace PromptDsl.Semantics.Model;

/// <summary>What a file means, with every name looked up, every loop unrolled and every definition put in.</summary>
public sealed record PromptModel
{
    public required SyntaxTree Tree { get; init; }

    /// <summary>title, version, owner, tags, license, note: never sent to a model.</summary>
    public FieldSet About { get; init; } = FieldSet.Empty;

    /// <summary>The language of the connecting words: <c>en</c> or <c>ko</c>.</summary>
    public string Locale { get; init; } = "en";

    /// <summary>What is said outside stages.</summary>
    public Scene Base { get; init; } = Scene.Empty;

    /// <summary>What <c>technical</c> says outside stages.</summary>
    public FieldSet Technical { get; init; } = FieldSet.Empty;

    /// <summary>Every reference of the file and of its stages, in order.</summary>
    public ImmutableArray<Reference> References { get; init; } = [];

    /// <summary>The names of references, of the file and of its stages, whose picture has been refused with a finding.</summary>
    public ImmutableHashSet<string> RefusedReferences { get; init; } = [];

    /// <summary>The stages, each after those that it reads; a file without stages has one without a name.</summary>
    public ImmutableArray<Stage> Stages { get; init; } = [];
}
