using PromptDsl.Text;
using Xunit;

namespace PromptDsl.Tests.Text;

public sealed class DisplayWidthTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("abc", 3)]
    [InlineData("é", 1)]
    [InlineData("e\u0301", 1)]
    [InlineData("한국어", 6)]
    [InlineData("\u1112\u1161\u11AB", 2)]
    [InlineData("漢字", 4)]
    [InlineData("ひらカナ", 8)]
    [InlineData("ｶﾅ", 2)]
    [InlineData("ＡＢ！", 6)]
    [InlineData("、。", 4)]
    [InlineData("\u200B\uFEFF", 0)]
    [InlineData("a\u200Db", 2)]
    [InlineData("\U0001F600", 2)]
    [InlineData("👩‍👩‍👧‍👦", 2)]
    [InlineData("👍🏽", 2)]
    [InlineData("🇰🇷🇯🇵", 4)]
    [InlineData("❤", 1)]
    [InlineData("❤\uFE0F", 2)]
    [InlineData("1\uFE0F\u20E3", 2)]
    [InlineData("𠀀", 2)]
    [InlineData("…", 1)]
    [InlineData("·", 1)]
    [InlineData("\t", 1)]
    [InlineData("가\n나", 5)]
    public void Counts_columns(string text, int width) => Assert.Equal(width, DisplayWidth.Of(text));

    [Fact]
    public void A_lone_surrogate_counts_one() => Assert.Equal(3, DisplayWidth.Of("a\uD83Db"));

    [Fact]
    public void Allocates_nothing()
    {
        const string Text = "a한국어👩‍👩‍👧‍👦e\u0301";
        long least = long.MaxValue;
        for (int i = 0; i < 10; i++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            _ = DisplayWidth.Of(Text);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.Equal(0, least);
    }
}
