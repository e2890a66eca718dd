using PromptDsl.Runtime.Providers.OpenAi.Transport;
using Xunit;

namespace PromptDsl.Runtime.Tests.Providers.Transport;

public class HeaderDurationTests
{
    [Theory]
    [InlineData("6m0s", 360_000)]
    [InlineData("20ms", 20)]
    [InlineData("1s", 1000)]
    [InlineData("1h30m0.5s", 5_400_500)]
    [InlineData("2d", 172_800_000)]
    [InlineData("1.5", 1500)]
    [InlineData("0", 0)]
    public void A_duration_is_read(string text, double milliseconds) =>
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), HeaderDuration.Parse(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("5 minutes")]
    [InlineData("-1")]
    [InlineData("1x")]
    [InlineData("s")]
    [InlineData("1s2")]
    [InlineData("NaN")]
    [InlineData("-Infinity")]
    [InlineData("Infinity")]
    [InlineData("1e400")]
    [InlineData("99999999999999999999s")]
    public void What_is_no_duration_is_none(string? text) => Assert.Null(HeaderDuration.Parse(text));
}
