using PromptDsl.Planning;
using PromptDsl.Runtime.Artifacts;
using PromptDsl.Runtime.Execution;
using Xunit;

namespace PromptDsl.Runtime.Tests.Artifacts;

public sealed class OutputPatternTests
{
    private const string Default = "{file}/{build}/{stage}{-n}.{ext}";

    [Theory]
    [InlineData(Default, "a/b.imgp", "", "", 1, "a/b/b.png")]
    [InlineData(Default, "b.imgp", "season=spring", "layout", 1, "b/season=spring/layout.png")]
    [InlineData(Default, "b.imgp", "", "layout", 3, "b/layout-2.png")]
    [InlineData("{run}/{stage}-{variant}.{ext}", "포스터.imgp", "", "", 1, "run-1/포스터-2.png")]
    [InlineData(Default, "../up.imgp", "", "a/../b", 1, "_/up/a_.._b.png")]
    [InlineData(Default, "b.imgp", "..", "con", 1, "b/_/_con.png")]
    [InlineData("all pictures/{stage}.{ext}", "b.imgp", "", "layout", 1, "all pictures/layout.png")]
    public void Names_say_what_a_picture_is_and_stay_below_the_folder(
        string pattern,
        string file,
        string build,
        string stage,
        int variants,
        string expected
    ) =>
        Assert.Equal(
            expected,
            new OutputPattern(pattern, "run-1").PathOf(new PlanKey(file, build, stage), 2, variants, "png")
        );

    [Fact]
    public void A_placeholder_that_there_is_not_is_refused()
    {
        RunException wrong = Assert.Throws<RunException>(() => new OutputPattern("{name}.{ext}", "run-1"));

        Assert.Equal("the output pattern has `{name}`, which stands for nothing", wrong.Message);
    }
}
