using System.Globalization;
using System.Text;
using PromptDsl.Generator;
using PromptDsl.Text.Composition;
using Xunit;

namespace PromptDsl.Tests.Text;

public sealed class CanonicalCompositionTests
{
    private static readonly (string Source, string Composed, string Decomposed)[] Sample =
    [
        .. File.ReadLines(
                Path.Combine(
                    RepositoryRoot.Find(AppContext.BaseDirectory),
                    "tests/PromptDsl.Tests/Text/normalization-sample.txt"
                )
            )
            .Where(line => !line.StartsWith('#'))
            .Select(line => line.Split(';'))
            .Select(columns => (Text(columns[0]), Text(columns[1]), Text(columns[2]))),
    ];

    [Fact]
    public void Texts_are_composed_as_Unicode_says()
    {
        Assert.NotEmpty(Sample);
        foreach ((string source, string composed, string decomposed) in Sample)
        {
            Assert.Equal(composed, CanonicalComposition.Compose(source));
            Assert.Equal(composed, CanonicalComposition.Compose(decomposed));
            Assert.Same(composed, CanonicalComposition.Compose(composed));
        }
    }

    [Fact]
    public void Parts_composed_one_by_one_are_the_whole()
    {
        string all = string.Concat(Sample.SelectMany(s => new[] { s.Source, "a", s.Decomposed }));
        var parts = new StringBuilder();
        for (int start = 0; start < all.Length; )
        {
            int end = CanonicalComposition.EndOfPart(all, start);
            parts.Append(CanonicalComposition.Compose(all[start..end]));
            start = end;
        }

        Assert.Equal(CanonicalComposition.Compose(all), parts.ToString());
    }

    [Fact]
    public void Every_syllable_of_Hangul_is_composed_of_its_letters()
    {
        for (int initial = 0; initial < 19; initial++)
        {
            for (int vowel = 0; vowel < 21; vowel++)
            {
                for (int final = 0; final < 28; final++)
                {
                    string letters = $"{(char)(0x1100 + initial)}{(char)(0x1161 + vowel)}";
                    letters += final == 0 ? "" : ((char)(0x11A7 + final)).ToString();
                    string syllable = ((char)('가' + (((initial * 21) + vowel) * 28) + final)).ToString();
                    Assert.Equal(syllable, CanonicalComposition.Compose(letters));
                    Assert.Same(syllable, CanonicalComposition.Compose(syllable));
                }
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("plain, café, 제목, 漢字")]
    [InlineData("\uD800e\u0302\uDC00")]
    [InlineData("\u0301 first")]
    public void What_has_no_form_of_its_own_stays(string text)
    {
        string composed = CanonicalComposition.Compose(text);

        Assert.Equal(text.Replace("e\u0302", "ê", StringComparison.Ordinal), composed);
        Assert.Same(composed, CanonicalComposition.Compose(composed));
    }

    [Fact]
    public void Of_very_many_marks_those_of_one_class_keep_their_order()
    {
        string above = string.Concat(Enumerable.Repeat("\u0302\u0301", 50_000));
        string below = new('\u0323', 100_000);

        Assert.Equal("q" + below + above, CanonicalComposition.Compose("q" + above + below));
    }

    private static string Text(string codePoints) =>
        string.Concat(
            codePoints
                .Split(' ')
                .Select(c => new Rune(int.Parse(c, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString())
        );
}
