using PromptDsl.Targets;

namespace PromptDsl.Cli.Configuration;

/// <summary>What a configuration file says about a model.</summary>
/// <param name="Addition">The facts.</param>
/// <param name="Like">The model that it is like, and where that is said; null when it is not.</param>
internal sealed record ConfiguredModel(ModelAddition Addition, ConfiguredValue? Like);
