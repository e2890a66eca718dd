using System.Collections.Immutable;
using PromptDsl.Semantics.Values;
using PromptDsl.Text;

namespace PromptDsl.Semantics.Model;

/// <summary>What fills a region or a cell.</summary>
/// <param name="Description">What fills it, or null.</param>
/// <param name="Style">A style of its own.</param>
/// <param name="Things">What is in it.</param>
/// <param name="Negatives">What must not be in it.</param>
/// <param name="Place">The head of the statement.</param>
public sealed record AreaContent(
    AuthoredText? Description,
    StyleSection? Style,
    ImmutableArray<Thing> Things,
    ImmutableArray<AuthoredText> Negatives,
    SourceSpan Place
);
