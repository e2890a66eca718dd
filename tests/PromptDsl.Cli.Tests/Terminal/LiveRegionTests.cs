using PromptDsl.Cli.Terminal;
using PromptDsl.Cli.Tests.Infrastructure;
using Xunit;

namespace PromptDsl.Cli.Tests.Terminal;

public sealed class LiveRegionTests
{
    [Theory]
    [InlineData("abcdef", 6, "abcdef")]
    [InlineData("abcdefg", 6, "abcde…")]
    [InlineData("배치중", 6, "배치중")]
    [InlineData("배치하는중", 6, "배치…")]
    [InlineData("\e[2mabcdefg\e[0m", 6, "\e[2mabcde…\e[0m")]
    [InlineData("ab\e[2mcd\e[0m", 3, "ab\e[2m…\e[0m")]
    public void A_line_that_is_too_wide_ends_in_an_ellipsis_and_keeps_its_colours(
        string line,
        int width,
        string expected
    ) => Assert.Equal(expected, LiveRegion.Cut(line, width));

    [Fact]
    public void What_was_drawn_is_written_over_in_place_and_the_rest_cleared()
    {
        var host = new FakeHost("/") { TerminalSize = (5, 24) };
        var region = new LiveRegion(host);
        region.Draw(["one", "two"]);
        region.Draw(["a long one"]);
        region.Clear();
        region.Clear();
        Assert.Equal(
            "\e[?7lone\e[K\ntwo\e[K\n\e[J\e[?7h" + "\r\e[2A\e[?7la l…\e[K\n\e[J\e[?7h" + "\r\e[1A\e[J",
            host.ErrorText
        );
    }
}
