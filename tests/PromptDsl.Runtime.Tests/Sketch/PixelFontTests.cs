using System.Globalization;
using PromptDsl.Pictures;
using PromptDsl.Runtime.Sketch.Drawing;
using PromptDsl.Runtime.Sketch.Fonts;
using PromptDsl.Runtime.Tests.Sketch.Infrastructure;
using Xunit;

namespace PromptDsl.Runtime.Tests.Sketch;

public sealed class PixelFontTests
{
    private const string Latin1Letters = "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿ";

    [Fact]
    public void Every_printable_character_of_Ascii_and_letter_of_Latin_1_looks_different()
    {
        string[] characters =
        [
            .. Enumerable.Range('!', '~' - '!' + 1).Select(c => ((char)c).ToString()),
            .. Latin1Letters.Select(c => c.ToString()),
        ];

        string[] pictures = [.. characters.Select(c => Rows(PixelFont.Find(c, 1)))];

        Assert.DoesNotContain(Rows(PixelFont.Find("\u4E2D", 1)), pictures);
        Assert.Equal(pictures.Length, pictures.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Every_syllable_of_Hangul_looks_different()
    {
        string[] pictures =
        [
            .. Enumerable.Range('가', '힣' - '가' + 1).Select(c => Rows(PixelFont.Find(((char)c).ToString(), 2))),
        ];

        Assert.Equal(11_172, pictures.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Zero_is_empty_within_and_rounder_than_O()
    {
        Glyph zero = PixelFont.Find("0", 1);
        int top = Enumerable.Range(0, PixelFont.CellHeight).First(y => zero.Rows[y] != 0);

        Assert.Equal(1, int.PopCount(zero.Rows[top]));
        Assert.Equal(3, int.PopCount(PixelFont.Find("O", 1).Rows[top]));
        Assert.All(zero.Rows.Where(r => r != 0), r => Assert.InRange(int.PopCount(r), 1, 2));
    }

    [Theory]
    [InlineData("가", "나")]
    [InlineData("각", "갂")]
    [InlineData("ㄱ", "ㄴ")]
    [InlineData("ㅏ", "ㅑ")]
    public void Letters_of_Hangul_are_wide(string one, string other)
    {
        Assert.Equal(2 * PixelFont.CellWidth, PixelFont.Find(one, 2).Width);
        Assert.NotEqual(Rows(PixelFont.Find(one, 2)), Rows(PixelFont.Find(other, 2)));
    }

    [Fact]
    public void A_letter_of_Hangul_stays_where_the_form_of_the_syllable_puts_it()
    {
        // The vowel of 가 stands right of its consonant, and that of 고 lies beneath.
        Glyph upright = PixelFont.Find("가", 2);
        Glyph lying = PixelFont.Find("고", 2);

        Assert.True(upright.IsSet(9, 0));
        Assert.False(lying.IsSet(9, 9));
        Assert.True(lying.IsSet(0, 11));
        Assert.True(lying.IsSet(12, 11));
    }

    [Theory]
    [InlineData("漢", 2)]
    [InlineData("か", 2)]
    [InlineData("🎉", 2)]
    [InlineData("م", 1)]
    public void What_the_font_does_not_have_is_a_box_of_its_width(string character, int columns)
    {
        Glyph glyph = PixelFont.Find(character, columns);

        Assert.Equal(columns * PixelFont.CellWidth, glyph.Width);
        Assert.True(glyph.IsSet(1, 1));
        Assert.True(glyph.IsSet(glyph.Width - 2, PixelFont.CellHeight - 3));
        Assert.False(glyph.IsSet(glyph.Width / 2, PixelFont.CellHeight / 2));
    }

    [Theory]
    [InlineData("Slow Tide", 9)]
    [InlineData("고요한 아침", 11)]
    [InlineData("漢字 🎉!", 8)]
    public void A_line_is_drawn_within_its_measure(string text, int columns)
    {
        const int Scale = 3;
        Raster picture = Sketches.Plain(300, 60, Rgb.White);

        PixelFont.Draw(new Canvas(picture), text, 0, 0, Scale, Rgb.Ink);

        Box ink = Sketches.Extent(picture, "#1E222A");
        Assert.Equal(columns * PixelFont.CellWidth * Scale, PixelFont.Measure(text, Scale));
        Assert.InRange(
            ink.Right,
            PixelFont.Measure(text, Scale) - (PixelFont.CellWidth * Scale),
            PixelFont.Measure(text, Scale)
        );
        Assert.InRange(ink.Bottom, 1, PixelFont.CellHeight * Scale);
    }

    [Fact]
    public void Lines_break_at_spaces_and_inside_what_is_wider_than_a_line()
    {
        Assert.Equal(["one two", "three"], TextFlow.TryWrap("one two three", 7, 2));
        Assert.Null(TextFlow.TryWrap("one two three", 7, 1));
        Assert.Null(TextFlow.TryWrap("unbreakable", 7, 5));
        Assert.Equal(["unbreak", "able"], TextFlow.Truncate("unbreakable", 7, 2));
        Assert.Equal(["고요", "한…"], TextFlow.Truncate("고요한아침", 4, 2));
        Assert.Equal(["one tw…"], TextFlow.Truncate("one two three", 7, 1));
        Assert.Equal(["a", "b"], TextFlow.TryWrap("a\n\nb", 7, 2));
        Assert.Empty(TextFlow.Truncate("text", 0, 3));
    }

    [Fact]
    public void Of_a_text_far_too_long_only_what_fits_is_broken()
    {
        string text = new('x', 10_000_000);

        Assert.Equal(["xxxxx", "xxxx…"], TextFlow.Truncate(text, 5, 2));
        Assert.Equal(2, TextFlow.Truncate(string.Concat(Enumerable.Repeat("ab ", 1_000_000)), 5, 2).Length);
    }

    private static string Rows(Glyph glyph) =>
        string.Join(' ', glyph.Rows.Select(r => r.ToString(CultureInfo.InvariantCulture)));
}
