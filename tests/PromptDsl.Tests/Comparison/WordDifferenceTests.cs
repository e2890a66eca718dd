using PromptDsl.Comparison.Words;
using Xunit;

namespace PromptDsl.Tests.Comparison;

public sealed class WordDifferenceTests
{
    [Theory]
    [InlineData("a red fox", "a red fox", "a red fox")]
    [InlineData("a red fox", "a grey fox", "a [-red-]{+grey+} fox")]
    [InlineData("a fox", "a red fox", "a {+red +}fox")]
    [InlineData("a red fox", "a fox", "a [-red -]fox")]
    [InlineData("a fox, asleep", "a fox; asleep", "a fox[-,-]{+;+} asleep")]
    [InlineData("", "a fox", "{+a fox+}")]
    [InlineData("a fox", "", "[-a fox-]")]
    [InlineData("the dog's ear", "the cat's ear", "the [-dog's-]{+cat's+} ear")]
    [InlineData("at 1.5 m", "at 2.5 m", "at [-1.5-]{+2.5+} m")]
    [InlineData("in #FF5533 ink", "in #FF8833 ink", "in [-#FF5533-]{+#FF8833+} ink")]
    [InlineData("dawn mist", "evening fog", "[-dawn mist-]{+evening fog+}")]
    [InlineData("낡은 오두막이 있다.", "낡은 집이 있다.", "낡은 [-오두막이-]{+집이+} 있다.")]
    [InlineData("호수, 안개", "호수와 안개", "[-호수,-]{+호수와+} 안개")]
    [InlineData("富士山の朝", "富士山の夜", "富士山の[-朝-]{+夜+}")]
    [InlineData("👩‍👩‍👧 나란히", "👩‍👧 나란히", "[-👩‍👩‍👧-]{+👩‍👧+} 나란히")]
    [InlineData("one\ntwo", "one\nthree", "one\n[-two-]{+three+}")]
    public void Words_are_marked(string before, string after, string expected) =>
        Assert.Equal(expected, Show(WordDifference.Compute(before, after)));

    [Fact]
    public void Both_texts_can_be_read_from_the_segments()
    {
        var random = new Random(7);
        string[] words = ["a", " ", "fox", ", ", "호수", "\n", "\n\n", "#FFF", ".", "(", "😀", "朝", "1.5", "'"];
        string Text() =>
            string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => words[random.Next(words.Length)]));
        for (int i = 0; i < 2000; i++)
        {
            (string before, string after) = (Text(), Text());
            var segments = WordDifference.Compute(before, after);
            Assert.Equal(before, string.Concat(segments.Where(s => s.Kind != SegmentKind.Added).Select(s => s.Text)));
            Assert.Equal(after, string.Concat(segments.Where(s => s.Kind != SegmentKind.Removed).Select(s => s.Text)));
        }
    }

    private static string Show(IEnumerable<TextSegment> segments) =>
        string.Concat(
            segments.Select(s =>
                s.Kind switch
                {
                    SegmentKind.Removed => $"[-{s.Text}-]",
                    SegmentKind.Added => $"{{+{s.Text}+}}",
                    _ => s.Text,
                }
            )
        );
}
