using PromptDsl.Text;
using Xunit;

namespace PromptDsl.Tests.Text;

public sealed class SuggestionTests
{
    [Theory]
    [InlineData("cabin", "cabin", 0)]
    [InlineData("cabin", "Cabin", 0)]
    [InlineData("cabin", "cabn", 1)]
    [InlineData("cabin", "cabinn", 1)]
    [InlineData("cabin", "cbain", 1)]
    [InlineData("bridge", "brigde", 1)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("", "abc", 3)]
    [InlineData("오두막", "오막두", 1)]
    public void Distance_counts_the_changes(string a, string b, int distance)
    {
        Assert.Equal(distance, Suggestion.Distance(a, b));
        Assert.Equal(distance, Suggestion.Distance(a, b, distance));
        Assert.Equal(distance, Suggestion.Distance(b, a, distance));
        Assert.True(distance == 0 || Suggestion.Distance(a, b, distance - 1) >= distance);
    }

    [Fact]
    public void The_closest_name_is_suggested_and_none_that_is_far_away()
    {
        Assert.Equal("bridge", Suggestion.For("brigde", ["birches", "bridge", "brig"]));
        Assert.Null(Suggestion.For("lamp", ["window", "table"]));
    }
}
