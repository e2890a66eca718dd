using System.Collections.Immutable;

namespace PromptDsl.Semantics;

/// <summary>A file with its meaning.</summary>
internal sealed record BoundFile(FileRole Role, ImmutableArray<BoundBuild> Builds);
