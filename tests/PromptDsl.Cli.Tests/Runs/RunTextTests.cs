using PromptDsl.Cli.Running;
using PromptDsl.Planning;
using PromptDsl.Runtime.Artifacts;
using PromptDsl.Runtime.Events;
using PromptDsl.Runtime.Execution;
using PromptDsl.Targets.Prices;
using Xunit;

namespace PromptDsl.Cli.Tests.Runs;

public sealed class RunTextTests
{
    [Theory]
    [InlineData(1, 1, "1 picture")]
    [InlineData(3, 3, "3 pictures")]
    [InlineData(2, 3, "only 2 of 3 pictures")]
    public void That_pictures_are_missing_is_said(int came, int asked, string text)
    {
        var artifact = new Artifact(1, "a.png", "00", 1);
        var finished = new NodeFinished(
            new PlanKey("a.imgp", "", "layout"),
            NodeStatus.Made,
            [.. Enumerable.Repeat(artifact, came)],
            asked,
            Selected: 1,
            PriceRange.Zero
        );
        Assert.Equal(text, RunText.Of(finished));
    }
}
