using PromptDsl.Cli.Output;
using Xunit;

namespace PromptDsl.Cli.Tests.Output;

public sealed class OutputPlanTests
{
    [Theory]
    [InlineData("a.imgp", "a")]
    [InlineData("x/한글.imgp", "x/한글")]
    [InlineData("../x/a.imgp", "_/x/a")]
    [InlineData("aux/nul.imgp", "_aux/_nul")]
    public void A_source_has_a_folder_like_its_path(string source, string folder) =>
        Assert.Equal(folder, OutputPlan.FolderOf(source));
}
