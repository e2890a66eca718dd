using Xunit;

namespace PromptDsl.Tests.Infrastructure;

/// <summary>Tests that look at the clock or keep every core busy: they run by themselves.</summary>
[CollectionDefinition(nameof(TimedCollection), DisableParallelization = true)]
public sealed class TimedCollection;
