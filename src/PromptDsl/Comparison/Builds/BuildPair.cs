using PromptDsl.Compilation;

namespace PromptDsl.Comparison.Builds;

/// <summary>A build of one version and the one of the other that it is compared with.</summary>
internal sealed record BuildPair(CompiledBuild Before, CompiledBuild After);
