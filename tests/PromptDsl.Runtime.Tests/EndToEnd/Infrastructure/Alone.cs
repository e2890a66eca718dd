using Xunit;

namespace PromptDsl.Runtime.Tests.EndToEnd.Infrastructure;

/// <summary>Tests beside which no others run.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
