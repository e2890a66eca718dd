using PromptDsl.Runtime.Providers.OpenAi.Errors;
using Xunit;

namespace PromptDsl.Runtime.Tests.Providers.Errors;

public class RedactorTests
{
    [Theory]
    [InlineData("the key secret-7 is wrong", "the key [key] is wrong")]
    [InlineData("Incorrect API key provided: sk-abcd****wxyz.", "Incorrect API key provided: [key].")]
    [InlineData("header 'Bearer abc.def'", "header 'Bearer [key]'")]
    [InlineData("a risk-averse task-force", "a risk-averse task-force")]
    [InlineData("see data:image/png;base64,AAAA/+== here", "see [data URL] here")]
    [InlineData("two\r\n  lines\t\u001B[31mred", "two lines [31mred")]
    [InlineData("그림을 만들 수 없습니다.", "그림을 만들 수 없습니다.")]
    public void Secrets_and_pictures_are_taken_out(string text, string expected) =>
        Assert.Equal(expected, Redactor.Clean(text, "secret-7"));

    [Fact]
    public void A_key_in_an_address_is_taken_out() =>
        Assert.Equal("see /v1?key=[key]&other=[key]", Redactor.Clean("see /v1?key=a%2Fb%3d%3D&other=a/b==", "a/b=="));

    [Fact]
    public void A_long_run_of_base64_is_taken_out() =>
        Assert.Equal("it is [data].", Redactor.Clean($"it is {new string('x', 200)}.", null));

    [Fact]
    public void A_text_ends_somewhere()
    {
        string cleaned = Redactor.Clean(string.Concat(Enumerable.Repeat("word ", 100_000)), null);
        Assert.InRange(cleaned.Length, 100, 700);
        Assert.EndsWith("…", cleaned, StringComparison.Ordinal);
    }
}
