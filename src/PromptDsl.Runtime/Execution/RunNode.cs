using System.Collections.Immutable;
using PromptDsl.Compilation;
using PromptDsl.Planning;
using PromptDsl.Targets;
using PromptDsl.Targets.Prices;
using PromptDsl.Targets.Requests;

namespace PromptDsl.Runtime.Execution;

/// <summary>A stage of a build of a file, in a run.</summary>
internal sealed class RunNode
{
    public required PlanKey Key { get; init; }

    public required RunSource Source { get; init; }

    public required CompiledStage Stage { get; init; }

    /// <summary>The stages that it builds on.</summary>
    public required ImmutableArray<RunNode> Needs { get; init; }

    /// <summary>Which variant goes on, from 1.</summary>
    public required int Selected { get; init; }

    /// <summary>Whether nothing is sent for it: the run begins after it.</summary>
    public required bool IsBefore { get; init; }

    /// <summary>Whether its requests cost money.</summary>
    public required bool IsPaid { get; init; }

    /// <summary>What one sending costs; nothing where nothing is paid.</summary>
    public required PriceRange Price { get; init; }

    /// <summary>The tokens that one sending may take, as far as they are known.</summary>
    public required long Tokens { get; init; }

    public ImageRequest Request => Stage.Request;

    /// <summary>How many pictures it makes.</summary>
    public int Variants => Request.Count * Request.Repeat;

    public ImageModel? Model => Source.Options.Catalog.Find(Request.Model);
}
