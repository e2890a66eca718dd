using PromptDsl.Comparison.Words;
using PromptDsl.Tests.Infrastructure;
using Xunit;

namespace PromptDsl.Tests.Comparison;

[Collection(nameof(TimedCollection))]
public sealed class WordDifferenceTimeTests
{
    [Fact]
    public void Long_texts_with_nothing_in_common_take_bounded_time()
    {
        string before = string.Join(' ', Enumerable.Range(0, 60_000).Select(i => $"a{i}"));
        string after = string.Join(' ', Enumerable.Range(0, 60_000).Select(i => $"b{i}"));
        DateTime start = DateTime.UtcNow;
        Assert.NotEmpty(WordDifference.Compute(before, after));
        Assert.InRange(DateTime.UtcNow - start, TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }
}
