using System.Collections.Immutable;
using PromptDsl.Compilation;
using PromptDsl.Pictures;
using PromptDsl.Values;

namespace PromptDsl.Runtime.Sketch;

/// <summary>What is to be sketched.</summary>
public sealed record SketchOrder
{
    /// <summary>The declaration.</summary>
    public required CompiledStage Stage { get; init; }

    /// <summary>In pixels; each side is at least 1.</summary>
    public ImageSize Size { get; init; } = new(1024, 1024);

    /// <summary>The input pictures: an edit is drawn on the first, all others are shown small.</summary>
    public ImmutableArray<Raster> Inputs { get; init; } = [];

    /// <summary>The mask; where it is transparent the first input may be edited.</summary>
    public Raster? Mask { get; init; }

    /// <summary>Which of the pictures asked for it is, from 1; each is marked and coloured a little differently.</summary>
    public int Variation { get; init; } = 1;

    /// <summary>How many pictures are asked for.</summary>
    public int Variations { get; init; } = 1;

    /// <summary>Whether the background has alpha 0; whatever is drawn is opaque.</summary>
    public bool IsTransparent { get; init; }
}
