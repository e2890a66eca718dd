using System.Collections.Immutable;
using PromptDsl.Emulator.Faults;
using PromptDsl.Targets;

namespace PromptDsl.Emulator;

/// <summary>How a server behaves.</summary>
public sealed record EmulatorOptions
{
    /// <summary>The port on 127.0.0.1; with 0 the system chooses a free one.</summary>
    public int Port { get; init; }

    /// <summary>The key that requests must carry; null accepts any, but not none.</summary>
    public string? Key { get; init; }

    /// <summary>Whose server is played.</summary>
    public EmulatorProfile Profile { get; init; }

    /// <summary>What goes wrong, and when: the first rule that matches a request decides.</summary>
    public ImmutableArray<FaultRule> Script { get; init; } = [];

    /// <summary>How long a request for pictures takes before its answer begins.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>What pictures look like.</summary>
    public PictureStyle Picture { get; init; }

    /// <summary>Limits of requests, tokens and pictures; null is none, and then no header speaks of them.</summary>
    public RateLimitOptions? Limits { get; init; }

    /// <summary>How often a batch is asked about before it has ended, at least 1.</summary>
    public int BatchPolls { get; init; } = 2;

    /// <summary>The models that are served, and how strictly their requests are checked.</summary>
    public ModelCatalog Catalog { get; init; } = ModelCatalog.BuiltIn;

    /// <summary>The clock: by it models are retired, and limits refill.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
